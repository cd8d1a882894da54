// Signals: those that the loop answers write a byte to a pipe, so that handlers do nothing that
// could go wrong; those that end the program give the terminal back first.
#include "cterminal.h"
#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static int told[2] = {-1, -1};
static atomic_int unanswered;
static atomic_bool is_awake;

static const int asking[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP};
static const int ending[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT};
enum { ASKING = sizeof asking / sizeof *asking, ENDING = sizeof ending / sizeof *ending };
static struct sigaction before_asking[ASKING];
static struct sigaction before_ending[ENDING];
static bool is_installed;

static void tell(unsigned char byte) {
  int code = errno;
  ssize_t written = write(told[1], &byte, 1);
  (void)written;  // A full pipe holds enough to wake the loop.
  errno = code;
}

static void ask(int number) {
  switch (number) {
    case SIGWINCH: case SIGCONT: return tell(CT_TOLD_RESIZE);
    case SIGTSTP: return tell(CT_TOLD_STOP);
    default:
      // A program that does not answer can still be ended.
      if (atomic_fetch_add(&unanswered, 1) >= 2) {
        ct_restore_now();
        _exit(128 + number);
      }
      tell((unsigned char)number);
  }
}

static void end(int number) {
  ct_restore_now();
  for (int place = 0; place < ENDING; place++) {
    if (ending[place] == number) sigaction(number, &before_ending[place], NULL);
  }
  raise(number);
}

static int make_pipe(void) {
  if (told[0] >= 0) return 0;
  if (pipe(told) != 0) return -1;
  for (int side = 0; side < 2; side++) {
    fcntl(told[side], F_SETFL, O_NONBLOCK);
    fcntl(told[side], F_SETFD, FD_CLOEXEC);
  }
  return 0;
}

int ct_signals_install(void) {
  if (make_pipe() != 0) return -1;
  atomic_store(&unanswered, 0);
  // A stack of its own: the program's may be what overflowed.
  static char stack_of_handlers[65536];
  stack_t stack = {.ss_sp = stack_of_handlers, .ss_size = sizeof stack_of_handlers};
  sigaltstack(&stack, NULL);
  struct sigaction action = {0};
  sigemptyset(&action.sa_mask);
  action.sa_handler = ask;
  action.sa_flags = SA_RESTART;
  for (int place = 0; place < ASKING; place++) {
    sigaction(asking[place], &action, &before_asking[place]);
  }
  action.sa_handler = end;
  action.sa_flags = SA_ONSTACK;
  for (int place = 0; place < ENDING; place++) {
    sigaction(ending[place], &action, &before_ending[place]);
  }
  is_installed = true;
  return 0;
}

void ct_signals_remove(void) {
  if (!is_installed) return;
  is_installed = false;
  for (int place = 0; place < ASKING; place++) {
    sigaction(asking[place], &before_asking[place], NULL);
  }
  for (int place = 0; place < ENDING; place++) {
    sigaction(ending[place], &before_ending[place], NULL);
  }
}

int ct_signals_descriptor(void) { return told[0]; }

void ct_signals_answered(void) {
  atomic_store(&unanswered, 0);
  atomic_store(&is_awake, false);
}

void ct_wake(void) {
  // Many calls before the loop comes round are one.
  if (!atomic_exchange(&is_awake, true)) tell(CT_TOLD_WAKE);
}

void ct_signals_stop(void) {
  struct sigaction usual = {0}, own;
  usual.sa_handler = SIG_DFL;
  sigemptyset(&usual.sa_mask);
  sigaction(SIGTSTP, &usual, &own);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &own, NULL);
}
