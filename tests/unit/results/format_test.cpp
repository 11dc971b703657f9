#include "results/format.h"

#include <gtest/gtest.h>

namespace whence::results {
namespace {

TEST(FormatTest, IsFoundByNameSuffixOrMediaType) {
  const struct {
    const char* name;
    Format format;
  } cases[] = {{"json", Format::kJson},
               {"JSON", Format::kJson},
               {"srj", Format::kJson},
               {"application/sparql-results+json", Format::kJson},
               {"application/json", Format::kJson},
               {"application/json; charset=utf-8", Format::kJson},
               {"xml", Format::kXml},
               {"srx", Format::kXml},
               {"Application/SPARQL-Results+XML;q=0.9", Format::kXml},
               {"csv", Format::kCsv},
               {"text/csv; charset=utf-8; header=present", Format::kCsv},
               {"tsv", Format::kTsv},
               {" text/tab-separated-values ", Format::kTsv},
               {"table", Format::kTable},
               {"text/plain", Format::kTable}};
  for (const auto& test : cases) {
    EXPECT_EQ(format_from_name(test.name), test.format) << test.name;
  }
  for (const char* name : {"", ";", "text/html", "jso", "jsonl", ".csv", "turtle"}) {
    EXPECT_EQ(format_from_name(name), std::nullopt) << name;
  }
}

TEST(FormatTest, EachIsFoundByEachOfItsNames) {
  ASSERT_EQ(formats().size(), 5U);
  for (const FormatInfo& format : formats()) {
    EXPECT_EQ(&info(format.format), &format);
    EXPECT_EQ(format.media_type, format.media_types.front());
    for (const auto& name : format.names) {
      EXPECT_EQ(format_from_name(name), format.format) << name;
    }
    for (const auto& type : format.media_types) {
      EXPECT_EQ(format_from_name(type), format.format) << type;
    }
  }
}

}  // namespace
}  // namespace whence::results
