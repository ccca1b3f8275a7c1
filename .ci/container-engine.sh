# shellcheck shell=bash
# Sourced: starts Docker's engine for the tests that need one, where it can be had; without it they say that they skip.
# The engine is this run's own, and ends with it.

start_container_engine() {
  docker info >/dev/null 2>&1 && return
  [ "$(id -u)" = 0 ] || return 0
  provide_program dockerd docker.io || return 0
  ENGINE_DIR=$(mktemp -d)
  dockerd --data-root "$ENGINE_DIR/data" --exec-root "$ENGINE_DIR/exec" -p "$ENGINE_DIR/pid" \
    -H "unix://$ENGINE_DIR/docker.sock" --iptables=false --ip6tables=false --bridge=none >"$ENGINE_DIR/log" 2>&1 &
  ENGINE_PID=$!
  trap stop_container_engine EXIT
  for _ in $(seq 40); do
    if DOCKER_HOST="unix://$ENGINE_DIR/docker.sock" docker info >/dev/null 2>&1; then
      export DOCKER_HOST="unix://$ENGINE_DIR/docker.sock"
      return
    fi
    kill -0 "$ENGINE_PID" 2>/dev/null || return 0
    sleep 0.5
  done
}

stop_container_engine() {
  kill "$ENGINE_PID" 2>/dev/null
  wait "$ENGINE_PID" 2>/dev/null
  rm -rf "$ENGINE_DIR"
}
