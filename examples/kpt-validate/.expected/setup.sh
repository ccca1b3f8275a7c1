#!/usr/bin/env bash
# What a pull request would do that copies the documentation.
cp .expected/as-documented.yaml hyperconverged.yaml
