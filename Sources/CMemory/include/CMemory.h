#ifndef ENTITYGRAPH_CMEMORY_H
#define ENTITYGRAPH_CMEMORY_H

/// Asks the processor to bring the line at an address near, and does not wait for it. Never faults.
static inline void eg_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

#endif
