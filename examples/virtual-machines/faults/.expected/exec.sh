#!/usr/bin/env bash
kustomize build --enable-alpha-plugins --enable-exec .
