#include "results/xml_reader.h"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "io/byte_source.h"
#include "rdf/error.h"

namespace whence::results {
namespace {

/// What a sink was given, as text: "(?a ?b)" for the columns, a row in brackets, "true" for an ASK.
class Record final : public ResultSink {
 public:
  void begin(const std::vector<std::string>& variables) override {
    text += "(";
    for (const std::string& variable : variables) {
      text += (text.ends_with('(') ? "?" : " ?") + variable;
    }
    text += ")";
  }
  void row(std::span<const std::optional<rdf::TermView>> cells) override {
    text += " [";
    for (const auto& cell : cells) {
      text += text.ends_with('[') ? "" : " ";
      text += cell ? rdf::to_ntriples(*cell) : "-";
    }
    text += "]";
  }
  void boolean(bool value) override { text += value ? "true" : "false"; }

  std::string text;
};

std::string read(std::string_view text, const XmlReadOptions& options = {}) {
  io::StringSource source(text);
  Record record;
  read_xml(source, options, record);
  return record.text;
}

std::string error_of(std::string_view text, const XmlReadOptions& options = {}) {
  try {
    return "no error: " + read(text, options);
  } catch (const Error& error) {
    return error.what();
  }
}

/// A document with these elements in its outermost one.
std::string document(std::string_view content) {
  return R"(<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">)" +
         std::string(content) + "</sparql>";
}

/// One with the column ?x and these elements in its results.
std::string with_results(std::string_view results) {
  return document(R"(<head><variable name="x"/></head><results>)" + std::string(results) +
                  "</results>");
}

std::string with_term(std::string_view term) {
  return with_results(R"(<result><binding name="x">)" + std::string(term) + "</binding></result>");
}

struct Case {
  std::string name;
  std::string text;
  std::string expected;
};
void PrintTo(const Case& test, std::ostream* out) { *out << test.name; }
std::string name_of(const testing::TestParamInfo<Case>& info) { return info.param.name; }

class XmlReaderTest : public testing::TestWithParam<Case> {};

TEST_P(XmlReaderTest, Reads) { EXPECT_EQ(read(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Documents, XmlReaderTest,
    testing::Values(
        Case{"iri", with_term("<uri>http://a/b</uri>"), "(?x) [<http://a/b>]"},
        Case{"blank_node", with_term("<bnode>r1</bnode>"), "(?x) [_:r1]"},
        Case{"literal", with_term("<literal>a &lt; &#x62;</literal>"), R"((?x) ["a < b"])"},
        Case{"empty_literal", with_term("<literal/>"), R"((?x) [""])"},
        Case{"space_is_kept", with_term("<literal> a </literal>"), R"((?x) [" a "])"},
        Case{"language", with_term(R"(<literal xml:lang="en">a</literal>)"), R"((?x) ["a"@en])"},
        Case{"datatype", with_term(R"(<literal datatype="http://d">1</literal>)"),
             R"((?x) ["1"^^<http://d>])"},
        Case{"no_row", with_results(""), "(?x)"},
        Case{"unbound", with_results("<result/>"), "(?x) [-]"},
        Case{"unbound_after_bound",
             with_results(R"(<result><binding name="x"><uri>a</uri></binding></result><result/>)"),
             "(?x) [<a>] [-]"},
        Case{"links", document(R"(<head><link href="x"/></head><results><result/></results>)"),
             "() []"},
        Case{"foreign_elements",
             document(R"(<head/><o:x xmlns:o="http://o"><results/></o:x><boolean>true</boolean>)"),
             "true"},
        Case{"true_value", document("<head/><boolean> true </boolean>"), "true"},
        Case{"false_value", document("<head></head><boolean>false</boolean>"), "false"},
        Case{
            "prefixed",
            R"(<s:sparql xmlns:s="http://www.w3.org/2005/sparql-results#"><s:head/><s:boolean>true)"
            R"(</s:boolean></s:sparql>)",
            "true"}),
    name_of);

class XmlReaderErrorTest : public testing::TestWithParam<Case> {};

TEST_P(XmlReaderErrorTest, SaysWhatIsWrong) {
  EXPECT_EQ(error_of(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Documents, XmlReaderErrorTest,
    testing::Values(
        Case{"other_document", "<html/>",
             "expected the element sparql of <http://www.w3.org/2005/sparql-results#>, found html"},
        Case{"no_answer", document("<head/>"), "neither results nor boolean"},
        Case{"no_head", document("<results/>"), "no head before the answer"},
        Case{"two_answers", document("<head/><results/><boolean>true</boolean>"),
             "an answer stands here a second time"},
        Case{"two_heads", document("<head/><head/><results/>"), "head stands here a second time"},
        Case{"same_variable", document(R"(<head><variable name="x"/><variable name="x"/></head>)"),
             "the variable ?x is named twice"},
        Case{"nameless", document("<head><variable/></head>"), "a variable without a name"},
        Case{"unknown_variable",
             with_results(R"(<result><binding name="y"><uri>a</uri></binding></result>)"),
             "a solution that binds ?y, which the head does not name"},
        Case{"bound_twice",
             with_results(R"(<result><binding name="x"><uri>a</uri></binding><binding name="x"/>)"
                          "</result>"),
             "a solution that binds ?x twice"},
        Case{"two_terms", with_term("<uri>a</uri><uri>b</uri>"), "a binding with two terms"},
        Case{"no_term", with_term(""), "a binding without a term"},
        Case{"unknown_term", with_term("<iri>a</iri>"),
             "the element iri where a term was expected"},
        Case{"triple", with_term("<triple/>"), "a triple term, which RDF 1.1 does not have"},
        Case{"language_and_datatype",
             with_term(R"(<literal xml:lang="en" datatype="http://d">1</literal>)"),
             "a literal with both a language and a datatype"},
        Case{"boolean", document("<head/><boolean>yes</boolean>"),
             "expected true or false, found 'yes'"}),
    name_of);

TEST(XmlReaderLimitTest, CountsRows) {
  const std::string two = with_results("<result/><result/>");
  EXPECT_EQ(read(two, {.rows_max = 2}), "(?x) [-] [-]");
  EXPECT_EQ(error_of(two, {.rows_max = 1}), "the results have more than 1 rows");
}

TEST(XmlReaderLimitTest, HalfADocumentIsNone) {
  const std::string whole = with_term("<literal>text</literal>");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(error_of(whole.substr(0, size)).starts_with("no error")) << size;
  }
}

TEST(XmlReaderLimitTest, EntitiesDoNotExplode) {
  std::string bomb = "<!DOCTYPE sparql [<!ENTITY a0 \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int n = 0; n < 10; ++n) {
      bomb += before;
    }
    bomb += "\">";
  }
  bomb += R"(]><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>)"
          R"(<variable name="x"/></head><results><result><binding name="x"><literal>&a11;)"
          "</literal></binding></result></results></sparql>";
  EXPECT_FALSE(error_of(bomb).starts_with("no error"));
}

}  // namespace
}  // namespace whence::results
