// Giving the terminal back, and showing what went to standard error meanwhile.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE  // memfd_create
#endif
#include "cterminal.h"
#include "private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static char bytes[512];
static volatile size_t byte_count;
static struct termios settings;
static volatile bool has_settings;
static volatile int captured = -1;
static volatile int real_errors = -1;

static void add(const char *text) {
  if (text == NULL || text == (const char *)-1) return;
  // Delays, such as $<5>, are for terminals that no longer exist.
  while (*text != 0 && byte_count + 1 < sizeof bytes) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end == NULL) return;
      text = end + 1;
      continue;
    }
    bytes[byte_count++] = *text++;
  }
}

void ct_restoration_note(void) { has_settings = tcgetattr(STDIN_FILENO, &settings) == 0; }

void ct_restoration_prepare(void) {
  byte_count = 0;
  if (tigetstr("kmous") != NULL && tigetstr("kmous") != (char *)-1) {
    add("\033[?1000l\033[?1002l\033[?1003l\033[?1006l");
  }
  add(tigetstr("sgr0"));
  add(tigetstr("rmkx"));
  add(tigetstr("cnorm"));
  add(tigetstr("rmcup"));
}

void ct_restoration_forget(void) {
  byte_count = 0;
  has_settings = false;
}

void ct_restore_now(void) {
  if (byte_count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, byte_count);
    (void)written;  // There is nobody left to tell.
    byte_count = 0;
  }
  if (has_settings) tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  has_settings = false;
  ct_replay_errors();
}

void ct_capture_errors(void) {
  if (captured >= 0 || !isatty(STDERR_FILENO)) return;
#if defined(__linux__)
  int file = memfd_create("cadre-errors", MFD_CLOEXEC);
#else
  FILE *temporary = tmpfile();
  int file = temporary == NULL ? -1 : dup(fileno(temporary));
#endif
  if (file < 0) return;
  fflush(stderr);
  real_errors = dup(STDERR_FILENO);
  if (real_errors < 0 || dup2(file, STDERR_FILENO) < 0) {
    close(file);
    return;
  }
  captured = file;
}

// Only calls that a signal handler may make.
void ct_replay_errors(void) {
  if (captured < 0) return;
  int file = captured;
  captured = -1;
  dup2(real_errors, STDERR_FILENO);
  close(real_errors);
  real_errors = -1;
  char part[4096];
  off_t place = 0;
  ssize_t count;
  while ((count = pread(file, part, sizeof part, place)) > 0) {
    ssize_t written = write(STDERR_FILENO, part, (size_t)count);
    if (written <= 0) break;
    place += written;
  }
  close(file);
}
