# shellcheck shell=bash
# Sourced: gets the older Nodes that the bundles must run on, for test/cli/node-releases.test.ts; those that are missing it
# names as skipped.

install_older_nodes() {
  if [ "$(uname -sm)" = 'Linux x86_64' ]; then
    npm ci --prefix .ci/nodes --ignore-scripts --no-audit --no-fund
  else
    echo 'skipped: .ci/nodes has Nodes for Linux on x86_64 alone'
  fi
}
