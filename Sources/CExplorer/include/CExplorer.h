#ifndef ENTITYGRAPH_CEXPLORER_H
#define ENTITYGRAPH_CEXPLORER_H
#include <stdint.h>

/// The parts of the explorer's page, as they lie in the folder `page`.
enum { EG_PAGE_TEMPLATE, EG_PAGE_STYLE, EG_PAGE_SCRIPT };

/// First byte of a part; scripts stand one behind the other.
const uint8_t *eg_page_bytes(int part);
/// Size of a part in bytes.
int64_t eg_page_count(int part);

#endif
