#!/usr/bin/env bash
set -euo pipefail
kustomize build --enable-alpha-plugins --enable-exec . > rendered/plain-kubernetes.yaml
