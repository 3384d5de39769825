#include "CGraphviz.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// The functions as Graphviz declares them since 2.30, with its types as pointers to nothing known.
static struct {
  void *(*context)(void);
  void *(*read)(const char *);
  int (*layout)(void *, void *, const char *);
  int (*render)(void *, void *, const char *, char **, void *);
  void (*free_data)(char *);
  int (*free_layout)(void *, void *);
  int (*close)(void *);
  void *(*set_messages)(int (*)(char *));
} gv;

static char messages[4096];

const char *eg_gv_messages(void) { return messages; }
void eg_gv_clear_messages(void) { messages[0] = 0; }

/// Receives fragments of messages: "Error", ": ", and so on.
static int collect(char *fragment) {
  size_t used = strlen(messages);
  strncat(messages, fragment, sizeof messages - 1 - used);
  return 0;
}

const char *eg_gv_load(void) {
  static bool is_loaded;
  if (is_loaded) return NULL;
  // Names of the library under which these functions were and are the same: 2.30 to 12, 13 and later;
  // the last is what a build from source leaves.
  static const char *const names[] = {"libgvc.so.6", "libgvc.so.7", "libgvc.so"};
  void *library = NULL;
  for (size_t k = 0; k < sizeof names / sizeof *names && !library; k++)
    library = dlopen(names[k], RTLD_NOW | RTLD_GLOBAL);
  if (!library) return "libgvc is not installed";
  const struct {
    const char *name;
    void *place;
  } wanted[] = {
      {"gvContext", &gv.context},          {"agmemread", &gv.read},
      {"gvLayout", &gv.layout},            {"gvRenderData", &gv.render},
      {"gvFreeRenderData", &gv.free_data}, {"gvFreeLayout", &gv.free_layout},
      {"agclose", &gv.close},              {"agseterrf", &gv.set_messages},
  };
  for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++) {
    void *found = dlsym(library, wanted[k].name);
    if (!found) return "libgvc lacks a function; it is too old or too new";
    memcpy(wanted[k].place, &found, sizeof found);
  }
  is_loaded = true;
  return NULL;
}

void *eg_gv_context(void) {
  static void *context;
  if (!context) {
    gv.set_messages(collect);
    context = gv.context();
  }
  return context;
}

void *eg_gv_read(const char *dot) { return gv.read(dot); }

int32_t eg_gv_layout(void *context, void *graph, const char *engine) {
  srand(1);
  srand48(1);
  return gv.layout(context, graph, engine);
}

int32_t eg_gv_render(
    void *context, void *graph, const char *format, char **data, uint64_t *length) {
  // Graphviz 13 made this a size_t; it was an unsigned int before.
  union {
    unsigned int narrow;
    size_t wide;
  } size = {.wide = 0};
  int code = gv.render(context, graph, format, data, &size);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  *length = size.wide;
#else
  *length = (size.wide >> 32) && !(size.wide & 0xFFFFFFFFu) ? size.narrow : size.wide;
#endif
  return code;
}

void eg_gv_free_data(char *data) { gv.free_data(data); }

void eg_gv_close(void *context, void *graph, bool is_laid_out) {
  if (is_laid_out) gv.free_layout(context, graph);
  gv.close(graph);
}
