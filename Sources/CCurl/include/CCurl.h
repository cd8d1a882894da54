#ifndef CADRE_CCURL_H
#define CADRE_CCURL_H

#include <stdbool.h>
#include <stddef.h>

/// libcurl, found at run time: nothing of it is linked, so that cadre starts as fast as without it and
/// runs where it is missing.

/// Loads the library, once.
///
/// Not safe to be called by two threads at once. Returns NULL where it is loaded, else why not, as a
/// text that stays.
const char *cadre_curl_load(void);

typedef struct {
  /// http or https only, whatever else the library could do.
  const char *url;
  /// Posted as a form; NULL gets.
  const char *form;
  /// Sent as `Authorization`; NULL sends none.
  const char *authorization;
  const char *user_agent;
  /// A file of certificates to trust in place of the system's; NULL trusts those.
  const char *authorities;
  /// Until there is a connection, and until there is all of the answer.
  long connect_milliseconds;
  long milliseconds;
  /// A longer body is an error.
  size_t most_bytes;
  /// Asked several times a second; true gives up. It may be NULL.
  bool (*should_stop)(void);
} cadre_curl_request;

typedef enum {
  cadre_curl_done,
  /// There is no answer, and another try may get one.
  cadre_curl_no_answer,
  cadre_curl_too_late,
  cadre_curl_too_large,
  cadre_curl_stopped,
  /// Another try would fail in the same way, such as by a wrong certificate.
  cadre_curl_refused,
} cadre_curl_outcome;

typedef struct {
  cadre_curl_outcome outcome;
  /// Of HTTP; 0 where there is none.
  long status;
  /// Freed with ``cadre_curl_free``.
  char *body;
  size_t length;
  /// Where a redirection leads, as an absolute URL; empty where it is none.
  char location[2048];
  /// What the server asks to wait, in seconds; -1 where it says nothing.
  long retry_after;
  /// Why there is no answer.
  char reason[256];
} cadre_curl_answer;

/// Sends one request and waits for its answer; redirections are not followed.
///
/// Needs ``cadre_curl_load`` first.
void cadre_curl_perform(const cadre_curl_request *request, cadre_curl_answer *answer);

void cadre_curl_free(cadre_curl_answer *answer);

#endif
