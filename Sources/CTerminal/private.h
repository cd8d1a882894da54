#ifndef CTERMINAL_PRIVATE_H
#define CTERMINAL_PRIVATE_H

#include <curses.h>

// What signal handlers tell the loop through a pipe; other bytes are numbers of signals.
enum {
  CT_TOLD_WAKE = 200,
  CT_TOLD_RESIZE = 201,
  CT_TOLD_STOP = 202,
};

int ct_signals_install(void);
void ct_signals_remove(void);
int ct_signals_descriptor(void);
void ct_signals_answered(void);
void ct_signals_stop(void);

void ct_resize(void);

// How the terminal is before curses has it.
void ct_restoration_note(void);
// Bytes that give it back, made while there is time, for a handler that has none.
void ct_restoration_prepare(void);
void ct_restoration_forget(void);
// Gives the terminal back from a signal handler.
void ct_restore_now(void);

void ct_capture_errors(void);
void ct_replay_errors(void);

#endif
