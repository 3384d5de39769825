#include "CKnowledge.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The blob is read in place: 16 bytes of alignment let its tables be loaded without copying.
_Alignas(16) static const uint8_t english[] = {
#embed "english.bin"
};

const uint8_t *eg_english_bytes(void) { return english; }
int64_t eg_english_count(void) { return (int64_t)sizeof english; }
