// Loading: what arrives, what is rejected and where, and that parts of a document make one whole.
#include "store/bulk_loader.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/store/loading.h"

namespace whence::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(BulkLoader, LoadsNTriples) {
  const auto snapshot = load_text(R"(<x:a> <x:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<x:a> <x:p> "one"@en .
)");
  EXPECT_THAT(quads_of(*snapshot),
              ElementsAre("<x:a> <x:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
                          "<x:a> <x:p> \"one\"@en ."));
  EXPECT_EQ(snapshot->quad_count(), 2);
}

}  // namespace
}  // namespace whence::store
