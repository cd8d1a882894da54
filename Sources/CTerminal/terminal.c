// The only place that knows curses. What each part is for stands in include/cterminal.h; why it is
// done as it is, beside it here.
#include "cterminal.h"
#include "private.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static bool is_utf8;

// ncurses draws rubbish where the cursor cannot be placed, as on TERM=dumb.
static bool can_place_cursor(void) {
  const char *cup = tigetstr("cup");
  return cup != NULL && cup != (const char *)-1;
}

int ct_open(bool mouse) {
  if (screen != NULL) return 0;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return ENOTTY;
  setlocale(LC_ALL, "");
  // Files must not change with the user's language.
  setlocale(LC_NUMERIC, "C");
  is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  ct_restoration_note();
  // Before curses, which leaves handlers alone that are not the default.
  if (ct_signals_install() != 0) return errno;
  // Not initscr, which ends the program where TERM is unknown.
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL || !can_place_cursor()) {
    if (screen != NULL) {
      endwin();
      delscreen(screen);
      screen = NULL;
    }
    ct_signals_remove();
    return ENXIO;
  }
  set_term(screen);
  // Not raw, so that Ctrl-C and Ctrl-Z work whatever the program does.
  cbreak();
  noecho();
  nonl();
  set_escdelay(25);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  curs_set(0);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  ct_restoration_prepare();
  ct_mouse(mouse);
  ct_capture_errors();
  return 0;
}

void ct_close(void) {
  if (screen == NULL) return;
  endwin();
  ct_restoration_forget();
  delscreen(screen);
  screen = NULL;
  ct_signals_remove();
  ct_replay_errors();
}

ct_info ct_query(void) {
  ct_info info = {0, 0, 0, is_utf8};
  if (screen == NULL) return info;
  getmaxyx(stdscr, info.rows, info.columns);
  info.colours = has_colors() ? COLORS : 0;
  return info;
}

static attr_t curses_attributes(int32_t attributes) {
  attr_t result = A_NORMAL;
  if (attributes & CT_BOLD) result |= A_BOLD;
  if (attributes & CT_DIM) result |= A_DIM;
  if (attributes & CT_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & CT_REVERSE) result |= A_REVERSE;
  return result;
}

void ct_put(
    int32_t x, int32_t y, const uint32_t *text, size_t count, int32_t fg, int32_t bg,
    int32_t attributes) {
  if (screen == NULL) return;
  int pair = 0;
  if (has_colors() && (fg >= 0 || bg >= 0)) {
    // Recycles pairs that are no longer on the screen.
    pair = alloc_pair(fg, bg);
    if (pair < 0) pair = 0;
  }
  wattr_set(stdscr, curses_attributes(attributes), 0, &pair);
  // wchar_t is a scalar on every platform that has ncursesw here. The last cell gives ERR, and is
  // written all the same.
  wchar_t line[512];
  size_t length = count < 512 ? count : 512;
  for (size_t place = 0; place < length; place++) line[place] = (wchar_t)text[place];
  mvwaddnwstr(stdscr, y, x, line, (int)length);
}

void ct_flush(void) {
  if (screen != NULL) wrefresh(stdscr);
}

void ct_invalidate(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}

void ct_mouse(bool on) {
  if (screen == NULL) return;
  // With CLICKED: where press and release come in one read, curses tells of a click only.
  mmask_t mask = BUTTON1_CLICKED | BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON1_DOUBLE_CLICKED
                 | BUTTON4_PRESSED | BUTTON5_PRESSED;
  mousemask(on ? mask : 0, NULL);
  mouseinterval(0);
}

void ct_send(const char *bytes, size_t count) {
  if (screen == NULL) return;
  fflush(stdout);
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

void ct_suspend(void) {
  if (screen == NULL) return;
  endwin();
  ct_signals_stop();
  ct_resize();
}

// Curses sends no KEY_RESIZE where the handler of SIGWINCH is not its own.
void ct_resize(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    resizeterm(size.ws_row, size.ws_col);
  }
  werase(stdscr);
  clearok(curscr, TRUE);
}

static ct_event event_of(ct_kind kind, int32_t code) {
  ct_event event = {kind, code, 0, 0};
  return event;
}

static ct_key key_of(wint_t key) {
  switch (key) {
    case KEY_UP: return CT_KEY_UP;
    case KEY_DOWN: return CT_KEY_DOWN;
    case KEY_LEFT: return CT_KEY_LEFT;
    case KEY_RIGHT: return CT_KEY_RIGHT;
    case KEY_HOME: case KEY_A1: return CT_KEY_HOME;
    case KEY_END: case KEY_C1: return CT_KEY_END;
    case KEY_PPAGE: case KEY_A3: return CT_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return CT_KEY_PAGE_DOWN;
    case KEY_ENTER: return CT_KEY_ENTER;
    case KEY_BACKSPACE: return CT_KEY_BACKSPACE;
    case KEY_DC: return CT_KEY_DELETE;
    case KEY_IC: return CT_KEY_INSERT;
    case KEY_BTAB: return CT_KEY_BACK_TAB;
    case KEY_SLEFT: return CT_KEY_SHIFT_LEFT;
    case KEY_SRIGHT: return CT_KEY_SHIFT_RIGHT;
    case KEY_F0 + 1: return CT_KEY_F1;
    default: return CT_KEY_UNKNOWN;
  }
}

static ct_event mouse_event(void) {
  MEVENT mouse;
  if (getmouse(&mouse) != OK) return event_of(CT_NONE, 0);
  ct_event event = {CT_MOUSE, CT_BUTTON_OTHER, mouse.x, mouse.y};
  if (mouse.bstate & BUTTON1_DOUBLE_CLICKED) event.code = CT_BUTTON_DOUBLE_CLICK;
  else if (mouse.bstate & (BUTTON1_CLICKED | BUTTON1_PRESSED)) event.code = CT_BUTTON_CLICK;
  else if (mouse.bstate & BUTTON4_PRESSED) event.code = CT_WHEEL_UP;
  else if (mouse.bstate & BUTTON5_PRESSED) event.code = CT_WHEEL_DOWN;
  return event;
}

// What curses has read, or can read without waiting.
static ct_event read_key(void) {
  wint_t key = 0;
  switch (get_wch(&key)) {
    case KEY_CODE_YES:
      if (key == KEY_MOUSE) return mouse_event();
      if (key == KEY_RESIZE) return event_of(CT_NONE, 0);
      return event_of(CT_KEY, key_of(key));
    case OK:
      switch (key) {
        case 27: return event_of(CT_KEY, CT_KEY_ESCAPE);
        case '\r': case '\n': return event_of(CT_KEY, CT_KEY_ENTER);
        case '\t': return event_of(CT_KEY, CT_KEY_TAB);
        case 8: case 127: return event_of(CT_KEY, CT_KEY_BACKSPACE);
        default: return event_of(CT_TEXT, (int32_t)key);
      }
    default: return event_of(CT_NONE, 0);
  }
}

static ct_event told_event(unsigned char byte) {
  switch (byte) {
    case CT_TOLD_WAKE: return event_of(CT_WAKE, 0);
    case CT_TOLD_RESIZE:
      ct_resize();
      return event_of(CT_RESIZE, 0);
    case CT_TOLD_STOP:
      ct_suspend();
      return event_of(CT_RESIZE, 0);
    default: return event_of(CT_SIGNAL, byte);
  }
}

ct_event ct_poll(int32_t milliseconds) {
  if (screen == NULL) return event_of(CT_EOF, 0);
  ct_event event = read_key();
  if (event.kind != CT_NONE) return event;
  struct pollfd sources[2] = {
      {STDIN_FILENO, POLLIN, 0}, {ct_signals_descriptor(), POLLIN, 0}};
  if (poll(sources, 2, milliseconds) <= 0) return event_of(CT_NONE, 0);
  if (sources[1].revents & POLLIN) {
    unsigned char byte = 0;
    if (read(sources[1].fd, &byte, 1) == 1) {
      ct_signals_answered();
      return told_event(byte);
    }
  }
  if (sources[0].revents & POLLIN) {
    event = read_key();
    if (event.kind != CT_NONE) return event;
    // Part of a sequence, or the end: a terminal that has gone is readable for ever.
    int waiting = 0;
    if (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0) return event_of(CT_EOF, 0);
    if (sources[0].revents & (POLLHUP | POLLERR)) return event_of(CT_EOF, 0);
    return event;
  }
  if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) return event_of(CT_EOF, 0);
  return event_of(CT_NONE, 0);
}

int ct_width(uint32_t scalar) {
  static _Thread_local locale_t unicode;
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return wcwidth((wchar_t)scalar);
  if (unicode == (locale_t)0) unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (unicode == (locale_t)0) return scalar >= 0x20 && scalar < 0x7f ? 1 : -1;
  locale_t before = uselocale(unicode);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}
