// What drawing takes of libgvc and libcgraph, with types of fixed width, so that Swift sees nothing
// that differs between Graphviz's versions. Not thread-safe, as the libraries are not:
// Output/Graphviz.swift holds the lock.
#ifndef ENTITYGRAPH_CGRAPHVIZ_H
#define ENTITYGRAPH_CGRAPHVIZ_H

#include <stdbool.h>
#include <stdint.h>

/// Loads the libraries when they are first asked for: most commands draw nothing, and nine libraries
/// take a millisecond at every start.
///
/// Returns NULL, or why that failed.
const char *eg_gv_load(void);

/// What the libraries complained about since `eg_gv_clear_messages`, with line breaks.
const char *eg_gv_messages(void);
void eg_gv_clear_messages(void);

/// The context for the life of the process: each one that is freed leaks some kilobytes. For this and
/// all that follows, `eg_gv_load` must have returned NULL.
void *eg_gv_context(void);

/// Reads DOT text; NULL if it is none.
void *eg_gv_read(const char *dot);

/// Lays a graph out; 0 if that went well. Seeds what engines draw from first, so that the result
/// does not depend on what was drawn before.
int32_t eg_gv_layout(void *context, void *graph, const char *engine);

/// Renders a graph that is laid out; 0 if that went well. `data` is to be freed with
/// `eg_gv_free_data`.
int32_t eg_gv_render(
    void *context, void *graph, const char *format, char **data, uint64_t *length);
void eg_gv_free_data(char *data);

/// Frees a graph, its layout first where it has one.
void eg_gv_close(void *context, void *graph, bool is_laid_out);

#endif
