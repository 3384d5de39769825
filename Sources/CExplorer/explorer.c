#include "CExplorer.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t template[] = {
#embed "page/explorer.html"
};

static const uint8_t style[] = {
#embed "page/explorer.css"
};

// One module: a file uses what stands in those before it.
static const uint8_t script[] = {
#embed "page/graph.js"
  ,
#embed "page/choose.js"
  ,
#embed "page/wording.js"
  ,
#embed "page/layout.js"
  ,
#embed "page/names.js"
  ,
#embed "page/address.js"
  ,
#embed "page/canvas.js"
  ,
#embed "page/lines.js"
  ,
#embed "page/shapes.js"
  ,
#embed "page/pointing.js"
  ,
#embed "page/gestures.js"
  ,
#embed "page/elements.js"
  ,
#embed "page/panel.js"
  ,
#embed "page/search.js"
  ,
#embed "page/filters.js"
  ,
#embed "page/main.js"
};

const uint8_t *eg_page_bytes(int part) {
  return part == EG_PAGE_TEMPLATE ? template : part == EG_PAGE_STYLE ? style : script;
}

int64_t eg_page_count(int part) {
  return part == EG_PAGE_TEMPLATE ? (int64_t)sizeof template
         : part == EG_PAGE_STYLE  ? (int64_t)sizeof style
                                  : (int64_t)sizeof script;
}
