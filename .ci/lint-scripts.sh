# shellcheck shell=bash
# Sourced: reads the shell scripts and the workflows. What is missing is said, and no failure.

ACTIONLINT=github.com/rhysd/actionlint/cmd/actionlint@v1.7.12

lint_scripts() {
  local failed=0 scripts
  # actionlint hands the scripts of the workflows to shellcheck, too.
  if provide_program shellcheck shellcheck; then
    mapfile -t scripts < <(git ls-files .ci/run '*.sh')
    shellcheck "${scripts[@]}" || failed=1
  else
    echo 'skipped: shellcheck is not there'
  fi
  # Go holds the module, and all that it needs, against its checksum database.
  if command -v go >/dev/null && GOBIN=$PWD/build/bin go install "$ACTIONLINT"; then
    build/bin/actionlint || failed=1
  else
    echo 'skipped: actionlint is not there, and can not be built'
  fi
  return "$failed"
}
