# shellcheck shell=bash
# Sourced: gets a program by its package of Debian's, where it is missing and can be had. Says by its status whether it is
# there; what needs it must do without, or say that it skips.

provide_program() {
  local program=$1 package=$2
  command -v "$program" >/dev/null && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package"; } >/dev/null 2>&1
}
