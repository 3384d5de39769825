#ifndef ENTITYGRAPH_CMEMORY_H
#define ENTITYGRAPH_CMEMORY_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/// Asks the processor to bring the line at an address near, and does not wait for it. Never faults.
static inline void eg_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

// Sixteen bytes asked at once: vectors of the compiler, so that every processor has its own way.

typedef uint8_t eg_bytes __attribute__((ext_vector_type(16)));

static inline eg_bytes eg_load(const void *_Nonnull start) {
  eg_bytes bytes;
  memcpy(&bytes, start, sizeof bytes);
  return bytes;
}

/// The top bit of each byte; that of the first byte is the lowest bit.
static inline uint32_t eg_top_bits(eg_bytes bytes) {
  typedef int8_t eg_signed __attribute__((ext_vector_type(16)));
  typedef bool eg_flags __attribute__((ext_vector_type(16)));
  eg_flags flags = __builtin_convertvector((eg_signed)bytes < 0, eg_flags);
  uint16_t bits;
  memcpy(&bits, &flags, sizeof bits);
  return bits;
}

/// One bit for each of sixteen bytes that is an ASCII letter.
static inline uint32_t eg_letters(const void *_Nonnull start) {
  return eg_top_bits((eg_bytes)((eg_bytes)((eg_load(start) | 0x20) - 'a') < 26));
}

/// One bit for each of sixteen bytes that, if it is an ASCII letter, is a small one.
static inline uint32_t eg_small(const void *_Nonnull start) {
  return eg_top_bits(eg_load(start) << 2);
}

/// One bit for each of sixteen bytes that ends a run of plain characters in a string of JSON.
static inline uint32_t eg_string_ends(const void *_Nonnull start) {
  eg_bytes bytes = eg_load(start);
  return eg_top_bits((eg_bytes)((bytes == '"') | (bytes == '\\') | (bytes < ' ')));
}

/// Whether all of 64 bytes are ASCII.
static inline bool eg_is_ascii(const void *_Nonnull start) {
  const uint8_t *bytes = (const uint8_t *)start;
  eg_bytes all = eg_load(bytes) | eg_load(bytes + 16) | eg_load(bytes + 32) | eg_load(bytes + 48);
  return eg_top_bits(all) == 0;
}

/// A mask of the first `count` of sixteen bytes: its eight bytes from `from` on.
static inline uint64_t eg_mask(uint64_t count, uint64_t from) {
  static const uint8_t masks[40] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF};
  uint64_t mask;
  memcpy(&mask, masks + 16 - count + from, sizeof mask);
  return mask;
}

#endif
