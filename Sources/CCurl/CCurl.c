#include "CCurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The header says types and numbers of options; the functions are found while cadre runs.
static struct {
  void *library;
  CURLcode (*global_init)(long);
  CURL *(*init)(void);
  CURLcode (*set)(CURL *, CURLoption, ...);
  CURLcode (*perform)(CURL *);
  CURLcode (*info)(CURL *, CURLINFO, ...);
  void (*cleanup)(CURL *);
  const char *(*words)(CURLcode);
  struct curl_slist *(*append)(struct curl_slist *, const char *);
  void (*free_list)(struct curl_slist *);
} lib;

static char why[256];

static bool find(const char *name, void *place) {
  void *symbol = dlsym(lib.library, name);
  if (!symbol) {
    snprintf(why, sizeof why, "libcurl has no function %s", name);
    return false;
  }
  memcpy(place, &symbol, sizeof symbol);
  return true;
}

static const char *const names[] = {
#ifdef __APPLE__
    "/usr/lib/libcurl.4.dylib",
#else
    "libcurl.so.4",
    "libcurl-gnutls.so.4",
#endif
};

const char *cadre_curl_load(void) {
  if (lib.library) return NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !lib.library; i++) {
    lib.library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (!lib.library) {
    const char *error = dlerror();
    snprintf(why, sizeof why, "%s", error ? error : "it is not installed");
    return why;
  }
  bool found = find("curl_global_init", &lib.global_init) && find("curl_easy_init", &lib.init)
      && find("curl_easy_setopt", &lib.set) && find("curl_easy_perform", &lib.perform)
      && find("curl_easy_getinfo", &lib.info) && find("curl_easy_cleanup", &lib.cleanup)
      && find("curl_easy_strerror", &lib.words) && find("curl_slist_append", &lib.append)
      && find("curl_slist_free_all", &lib.free_list);
  if (found && lib.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    snprintf(why, sizeof why, "libcurl does not start");
    found = false;
  }
  if (found) return NULL;
  // It stays loaded, as what it registered for the end of the program may be in it.
  lib.library = NULL;
  return why;
}

typedef struct {
  cadre_curl_answer *answer;
  size_t capacity;
  size_t most;
  bool is_too_large;
  bool (*should_stop)(void);
} Receiver;

static size_t received(char *bytes, size_t size, size_t count, void *context) {
  Receiver *receiver = context;
  cadre_curl_answer *answer = receiver->answer;
  size_t length = size * count;
  if (length > receiver->most - answer->length) {
    receiver->is_too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  if (answer->length + length > receiver->capacity) {
    size_t capacity = receiver->capacity ? receiver->capacity : 65536;
    while (capacity < answer->length + length) capacity *= 2;
    char *body = realloc(answer->body, capacity);
    if (!body) return CURL_WRITEFUNC_ERROR;
    answer->body = body;
    receiver->capacity = capacity;
  }
  memcpy(answer->body + answer->length, bytes, length);
  answer->length += length;
  return length;
}

static int progressed(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
  (void)a, (void)b, (void)c, (void)d;
  const Receiver *receiver = context;
  return receiver->should_stop && receiver->should_stop() ? 1 : 0;
}

// Options that have to hold; without them nothing is sent.
static bool prepare(
    CURL *it, const cadre_curl_request *request, Receiver *receiver, struct curl_slist *headers) {
  bool is_ready = lib.set(it, CURLOPT_URL, request->url) == CURLE_OK
#if LIBCURL_VERSION_NUM >= 0x075500
      && lib.set(it, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK
#else
      && lib.set(it, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS)) == CURLE_OK
#endif
      && lib.set(it, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK
      && lib.set(it, CURLOPT_NOSIGNAL, 1L) == CURLE_OK
      && lib.set(it, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED) == CURLE_OK
      && lib.set(it, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK
      && lib.set(it, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK
      && lib.set(it, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds) == CURLE_OK
      && lib.set(it, CURLOPT_TIMEOUT_MS, request->milliseconds) == CURLE_OK
      && lib.set(it, CURLOPT_USERAGENT, request->user_agent) == CURLE_OK
      && lib.set(it, CURLOPT_HTTPHEADER, headers) == CURLE_OK
      && lib.set(it, CURLOPT_WRITEFUNCTION, received) == CURLE_OK
      && lib.set(it, CURLOPT_WRITEDATA, receiver) == CURLE_OK
      && lib.set(it, CURLOPT_XFERINFOFUNCTION, progressed) == CURLE_OK
      && lib.set(it, CURLOPT_XFERINFODATA, receiver) == CURLE_OK
      && lib.set(it, CURLOPT_NOPROGRESS, 0L) == CURLE_OK;
  // Answers of metric servers shrink to a tenth; where the library cannot unpack, it asks for none.
  (void)lib.set(it, CURLOPT_ACCEPT_ENCODING, "");
  if (request->form) {
    is_ready = is_ready && lib.set(it, CURLOPT_POSTFIELDS, request->form) == CURLE_OK;
  }
  if (request->authorities) {
    is_ready = is_ready && lib.set(it, CURLOPT_CAINFO, request->authorities) == CURLE_OK;
  }
  return is_ready;
}

static cadre_curl_outcome meaning(CURLcode code, const Receiver *receiver) {
  if (receiver->is_too_large) return cadre_curl_too_large;
  switch (code) {
    case CURLE_OK: return cadre_curl_done;
    case CURLE_OPERATION_TIMEDOUT: return cadre_curl_too_late;
    case CURLE_ABORTED_BY_CALLBACK: return cadre_curl_stopped;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return cadre_curl_no_answer;
    default: return cadre_curl_refused;
  }
}

void cadre_curl_perform(const cadre_curl_request *request, cadre_curl_answer *answer) {
  memset(answer, 0, sizeof *answer);
  answer->retry_after = -1;
  answer->outcome = cadre_curl_refused;
  Receiver receiver = {answer, 0, request->most_bytes, false, request->should_stop};
  CURL *it = lib.library ? lib.init() : NULL;
  if (!it) {
    snprintf(answer->reason, sizeof answer->reason, "libcurl does not start");
    return;
  }
  struct curl_slist *headers = lib.append(NULL, "Accept: application/json");
  char *line = NULL;
  if (request->authorization && headers) {
    size_t length = strlen(request->authorization) + 32;
    line = malloc(length);
    if (line) snprintf(line, length, "Authorization: %s", request->authorization);
    struct curl_slist *longer = line ? lib.append(headers, line) : NULL;
    if (longer) {
      headers = longer;
    } else {
      lib.free_list(headers);
      headers = NULL;
    }
  }
  if (!headers || !prepare(it, request, &receiver, headers)) {
    snprintf(answer->reason, sizeof answer->reason, "libcurl lacks an option that is needed");
  } else {
    CURLcode code = lib.perform(it);
    answer->outcome = meaning(code, &receiver);
    if (code != CURLE_OK) {
      snprintf(answer->reason, sizeof answer->reason, "%s", lib.words(code));
    }
    char *location = NULL;
    (void)lib.info(it, CURLINFO_RESPONSE_CODE, &answer->status);
    if (lib.info(it, CURLINFO_REDIRECT_URL, &location) == CURLE_OK && location) {
      snprintf(answer->location, sizeof answer->location, "%s", location);
    }
    curl_off_t wait = 0;
    if (lib.info(it, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK && wait > 0) {
      answer->retry_after = wait > 86400 ? 86400 : (long)wait;
    }
  }
  if (line) {
    memset(line, 0, strlen(line));
    free(line);
  }
  lib.free_list(headers);
  lib.cleanup(it);
}

void cadre_curl_free(cadre_curl_answer *answer) {
  free(answer->body);
  answer->body = NULL;
  answer->length = 0;
}
