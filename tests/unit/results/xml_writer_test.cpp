#include "results/xml_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/results/writing.h"

namespace whence::results {
namespace {

using testing::HasSubstr;

TEST(XmlWriterTest, WritesSolutions) {
  EXPECT_EQ(write(Format::kXml, {"s", "o"},
                  {{iri("http://e/?a=1&b=2"), TermView::language_literal("Paris", "fr")},
                   {TermView::blank_node("b0"), integer("1")},
                   {kUnbound, text("one")}}),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
  <head>
    <variable name="s"/>
    <variable name="o"/>
  </head>
  <results>
    <result>
      <binding name="s"><uri>http://e/?a=1&amp;b=2</uri></binding>
      <binding name="o"><literal xml:lang="fr">Paris</literal></binding>
    </result>
    <result>
      <binding name="s"><bnode>b0</bnode></binding>
      <binding name="o"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">1</literal></binding>
    </result>
    <result>
      <binding name="o"><literal>one</literal></binding>
    </result>
  </results>
</sparql>
)");
}

TEST(XmlWriterTest, WritesABoolean) {
  EXPECT_EQ(write_boolean(Format::kXml, false),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
  <head/>
  <boolean>false</boolean>
</sparql>
)");
}

TEST(XmlWriterTest, EscapesMarkupAndWhatAParserWouldNormalise) {
  const struct {
    std::string_view value;
    std::string_view written;
  } cases[] = {
      {"", "<literal></literal>"},
      {"<a href=\"x\">&</a>", "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;<"},
      {"]]>", ">]]&gt;<"},
      {"a\tb\nc\rd", ">a&#x9;b&#xA;c&#xD;d<"},
      {" é 漢 \U0001F600\uFFFD\uFEFF\uFF21\x7F", "> é 漢 \U0001F600\uFFFD\uFEFF\uFF21\x7F<"}};
  for (const auto& test : cases) {
    EXPECT_THAT(write_one(Format::kXml, text(test.value)), HasSubstr(test.written));
  }
}

TEST(XmlWriterTest, RefusesWhatXmlCannotCarry) {
  const struct {
    std::string_view value;
    std::string_view name;
  } cases[] = {{{"\0", 1}, "U+0000"},
               {"a\x1B[31m", "U+001B"},
               {"\uFFFE", "U+FFFE"},
               {"\uFF21\uFFFF", "U+FFFF"}};
  for (const auto& test : cases) {
    try {
      write_one(Format::kXml, text(test.value));
      ADD_FAILURE() << "no error for " << test.name;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUsage);
      EXPECT_THAT(error.what(), testing::AllOf(HasSubstr(test.name), HasSubstr("?x")));
    }
  }
}

}  // namespace
}  // namespace whence::results
