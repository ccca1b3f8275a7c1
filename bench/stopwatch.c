/*
 * stopwatch INPUT PROGRAM [ARGUMENT...]
 *
 * Runs the program once, with INPUT on its stdin and its output thrown away, and prints what the kernel says of it:
 * nanoseconds from its start to its end, microseconds of user and system time, its peak memory in bytes, its exit code.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

#ifdef __APPLE__
enum { MAXRSS_UNIT = 1 };
#else
enum { MAXRSS_UNIT = 1024 };
#endif

static long long microseconds(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

int main(int argc, char **argv) {
  if (argc < 3) return fprintf(stderr, "usage: stopwatch INPUT PROGRAM [ARGUMENT...]\n"), 2;
  posix_spawn_file_actions_t streams;
  posix_spawn_file_actions_init(&streams);
  posix_spawn_file_actions_addopen(&streams, 0, argv[1], O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&streams, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&streams, 2, "/dev/null", O_WRONLY, 0);

  struct timespec start, end;
  pid_t child;
  int status;
  struct rusage used;
  clock_gettime(CLOCK_MONOTONIC, &start);
  int failure = posix_spawnp(&child, argv[2], &streams, NULL, argv + 2, environ);
  if (failure) return fprintf(stderr, "stopwatch: %s: %s\n", argv[2], strerror(failure)), 2;
  if (wait4(child, &status, 0, &used) < 0) return perror("stopwatch: wait4"), 2;
  clock_gettime(CLOCK_MONOTONIC, &end);

  long long wall = (end.tv_sec - start.tv_sec) * 1000000000LL + end.tv_nsec - start.tv_nsec;
  long long cpu = microseconds(used.ru_utime) + microseconds(used.ru_stime);
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  printf("%lld %lld %lld %d\n", wall, cpu, (long long)used.ru_maxrss * MAXRSS_UNIT, code);
  return 0;
}
