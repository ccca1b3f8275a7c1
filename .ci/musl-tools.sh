# shellcheck shell=bash
# Sourced: gets a C compiler for musl, with which the executable is smaller and starts sooner, where it can be had; without
# it the executable is built with the C library that is there.

install_musl_tools() {
  command -v musl-gcc >/dev/null && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq musl-tools; } >/dev/null 2>&1 || return 0
}
