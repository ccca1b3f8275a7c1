#!/usr/bin/env bash
set -euo pipefail
for overlay in heterogeneous amd64-placement; do
  kustomize build --enable-alpha-plugins --enable-exec "overlays/$overlay" > "rendered/$overlay.yaml"
done
