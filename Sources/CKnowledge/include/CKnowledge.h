#ifndef ENTITYGRAPH_CKNOWLEDGE_H
#define ENTITYGRAPH_CKNOWLEDGE_H
#include <stdint.h>

/// First byte of the compiled English knowledge (a blob that `graphgen compile` wrote).
const uint8_t *eg_english_bytes(void);
/// Size of that blob in bytes.
int64_t eg_english_count(void);

#endif
