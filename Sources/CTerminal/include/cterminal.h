#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What happened at the terminal.
typedef enum {
  CT_NONE,
  /// `code` is a Unicode scalar.
  CT_TEXT,
  /// `code` is one of ``ct_key``.
  CT_KEY,
  CT_RESIZE,
  /// `code` is one of ``ct_button``; `x` and `y` are cells from 0.
  CT_MOUSE,
  /// Somebody called ``ct_wake``.
  CT_WAKE,
  /// `code` is the number of a signal that asks to end.
  CT_SIGNAL,
  /// The terminal has gone.
  CT_EOF,
} ct_kind;

/// Keys that are no text.
typedef enum {
  CT_KEY_UNKNOWN,
  CT_KEY_UP,
  CT_KEY_DOWN,
  CT_KEY_LEFT,
  CT_KEY_RIGHT,
  CT_KEY_HOME,
  CT_KEY_END,
  CT_KEY_PAGE_UP,
  CT_KEY_PAGE_DOWN,
  CT_KEY_ENTER,
  CT_KEY_ESCAPE,
  CT_KEY_BACKSPACE,
  CT_KEY_DELETE,
  CT_KEY_INSERT,
  CT_KEY_TAB,
  CT_KEY_BACK_TAB,
  /// Shifted arrows.
  CT_KEY_SHIFT_LEFT,
  CT_KEY_SHIFT_RIGHT,
  CT_KEY_F1,
} ct_key;

typedef enum {
  CT_BUTTON_OTHER,
  CT_BUTTON_CLICK,
  CT_BUTTON_DOUBLE_CLICK,
  CT_WHEEL_UP,
  CT_WHEEL_DOWN,
} ct_button;

typedef struct {
  ct_kind kind;
  int32_t code;
  int32_t x;
  int32_t y;
} ct_event;

typedef struct {
  int32_t columns;
  int32_t rows;
  /// Colours that can be shown; 0 on a terminal without any.
  int32_t colours;
  /// Whether the locale is UTF-8.
  bool utf8;
} ct_info;

enum {
  CT_BOLD = 1,
  CT_DIM = 2,
  CT_UNDERLINE = 4,
  CT_REVERSE = 8,
};

/// Takes the terminal; 0, or ENOTTY without a terminal, ENXIO where it cannot place the cursor.
///
/// Standard error is kept until ``ct_close``, which gives the terminal back and shows it.
int ct_open(bool mouse);

/// Gives the terminal back; may be called at any time and as often as wanted.
void ct_close(void);

ct_info ct_query(void);

/// Writes scalars from a cell on; a colour of -1 is the terminal's own.
void ct_put(
    int32_t x, int32_t y, const uint32_t *text, size_t count, int32_t fg, int32_t bg,
    int32_t attributes);

/// Shows what was put.
void ct_flush(void);

/// Draws all of the screen at the next ``ct_flush``, not only what changed.
void ct_invalidate(void);

/// Waits for something to happen, at most so many milliseconds; -1 waits for ever.
ct_event ct_poll(int32_t milliseconds);

/// Makes ``ct_poll`` return; any thread may call it, and signal handlers.
void ct_wake(void);

/// Sends bytes to the terminal past the screen, such as text for its clipboard.
void ct_send(const char *bytes, size_t count);

void ct_mouse(bool on);

/// Stops the program as Ctrl-Z does; returns when it goes on.
void ct_suspend(void);

/// Columns that ncurses lays a scalar out in: wcwidth(3) in the locale, or in C.UTF-8 where the
/// locale is not UTF-8; -1 for what is not printable.
int ct_width(uint32_t scalar);

#endif
