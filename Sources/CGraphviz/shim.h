// The eight calls of libgvc and libcgraph that drawing takes, with types of fixed width, so that
// Swift sees nothing that differs between Graphviz's versions. Not thread-safe, as the libraries
// are not: Output/Graphviz.swift holds the lock.
#ifndef ENTITYGRAPH_CGRAPHVIZ_SHIM_H
#define ENTITYGRAPH_CGRAPHVIZ_SHIM_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <graphviz/gvc.h>

/// What the libraries complained about since `eg_gv_clear_messages`, with line breaks.
static inline char *eg_gv_messages(void) {
  static char text[4096];
  return text;
}

static inline void eg_gv_clear_messages(void) { eg_gv_messages()[0] = 0; }

/// Receives fragments of messages: "Error", ": ", and so on.
static int eg_gv_collect(char *fragment) {
  char *text = eg_gv_messages();
  size_t used = strlen(text);
  size_t room = 4096 - 1 - used;
  strncat(text, fragment, room);
  return 0;
}

/// The context for the life of the process: each one that is freed leaks some kilobytes.
static inline void *eg_gv_context(void) {
  static GVC_t *context;
  if (!context) {
    agseterrf(eg_gv_collect);
    context = gvContext();
  }
  return context;
}

/// Reads DOT text; NULL if it is none.
static inline void *eg_gv_read(const char *dot) { return agmemread(dot); }

/// Lays a graph out; 0 if that went well. Seeds what engines draw from first, so that the result
/// does not depend on what was drawn before.
static inline int32_t eg_gv_layout(void *context, void *graph, const char *engine) {
  srand(1);
  srand48(1);
  return gvLayout((GVC_t *)context, (graph_t *)graph, engine);
}

/// Renders a graph that is laid out; 0 if that went well. `data` is to be freed with
/// `eg_gv_free_data`.
static inline int32_t eg_gv_render(
    void *context, void *graph, const char *format, char **data, uint64_t *length) {
  // Graphviz 13 made this a size_t; it was an unsigned int before.
  union {
    unsigned int narrow;
    size_t wide;
  } size = {.wide = 0};
  int code = gvRenderData((GVC_t *)context, (graph_t *)graph, format, data, (void *)&size);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  *length = size.wide;
#else
  *length = (size.wide >> 32) && !(size.wide & 0xFFFFFFFFu) ? size.narrow : size.wide;
#endif
  return code;
}

static inline void eg_gv_free_data(char *data) { gvFreeRenderData(data); }

/// Frees a graph, its layout first where it has one.
static inline void eg_gv_close(void *context, void *graph, bool is_laid_out) {
  if (is_laid_out) gvFreeLayout((GVC_t *)context, (graph_t *)graph);
  agclose((graph_t *)graph);
}

/// The version of the library that runs, for example "2.43.0".
static inline const char *eg_gv_version(void *context) { return gvcVersion((GVC_t *)context); }

#endif
