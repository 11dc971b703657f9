#include "io/writer.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "rdf/vocabulary.h"
#include "unit/io/reading.h"

namespace whence::io {
namespace {

using rdf::Quad;
using rdf::Term;

const Term kS = Term::iri("http://e/s");
const Term kP = Term::iri("http://e/p");
const Term kG = Term::iri("http://e/g");
const Term kType = Term::iri(rdf::vocabulary::kType);

std::string write(Syntax syntax, const std::vector<Quad>& quads, const WriteOptions& options = {}) {
  StringSink sink;
  const auto writer = make_writer(syntax, sink, options);
  for (const Quad& quad : quads) {
    writer->quad(quad.view());
  }
  writer->finish();
  return sink.text();
}

TEST(WriterTest, NTriplesIsALineATriple) {
  EXPECT_EQ(
      write(Syntax::kNTriples, {{kS, kP, Term::literal("a\n\"\u00E9\"")},
                                {Term::blank_node("b"), kP, Term::language_literal("a", "en")}}),
      "<http://e/s> <http://e/p> \"a\\n\\\"\u00E9\\\"\" .\n"
      "_:b <http://e/p> \"a\"@en .\n");
}

TEST(WriterTest, NQuadsNamesTheGraph) {
  EXPECT_EQ(write(Syntax::kNQuads, {{kS, kP, kS, kG}, {kS, kP, kS}}),
            "<http://e/s> <http://e/p> <http://e/s> <http://e/g> .\n"
            "<http://e/s> <http://e/p> <http://e/s> .\n");
}

TEST(WriterTest, TurtleGroupsAndAbbreviates) {
  const WriteOptions options{.prefixes = {{"", "http://e/"}, {"x", "http://e/x#"}}};
  EXPECT_EQ(write(Syntax::kTurtle,
                  {{kS, kType, Term::iri("http://e/x#C")},
                   {kS, kP, Term::literal("1", rdf::xsd::kInteger)},
                   {kS, kP, Term::literal("true", rdf::xsd::kBoolean)},
                   {kG, kP, Term::literal("two\nlines", "http://e/x#t")}},
                  options),
            "@prefix : <http://e/> .\n"
            "@prefix x: <http://e/x#> .\n"
            "\n"
            ":s a x:C ;\n"
            "    :p 1 , true .\n"
            ":g :p \"\"\"two\nlines\"\"\"^^x:t .\n");
}

TEST(WriterTest, TriGPutsGraphsInBraces) {
  const WriteOptions options{.prefixes = {{"", "http://e/"}}};
  EXPECT_EQ(write(Syntax::kTriG, {{kS, kP, kS}, {kS, kP, kS, kG}, {kS, kP, kP, kG}, {kS, kP, kS}},
                  options),
            "@prefix : <http://e/> .\n"
            "\n"
            ":s :p :s .\n"
            "\n"
            ":g {\n"
            "    :s :p :s , :p .\n"
            "}\n"
            "\n"
            ":s :p :s .\n");
}

TEST(WriterTest, ALatePrefixClosesTheGraph) {
  StringSink sink;
  const auto writer = make_writer(Syntax::kTriG, sink);
  writer->quad(Quad(kS, kP, kS, kG).view());
  writer->prefix("e", "http://e/");
  writer->quad(Quad(kS, kP, kS, kG).view());
  writer->finish();
  EXPECT_EQ(sink.text(),
            "<http://e/g> {\n    <http://e/s> <http://e/p> <http://e/s> .\n}\n\n"
            "@prefix e: <http://e/> .\n\ne:g {\n    e:s e:p e:s .\n}\n");
  EXPECT_EQ(read_quads(Syntax::kTriG, sink.text()).size(), 2U);
}

TEST(WriterTest, NothingIsAnEmptyText) {
  for (const SyntaxInfo& syntax : syntaxes_of_ntriples()) {
    EXPECT_EQ(write(syntax.syntax, {}), "") << syntax.name;
  }
}

TEST(WriterTest, GraphsAreRefusedWhereTheyCannotBeNamed) {
  for (const Syntax syntax : {Syntax::kNTriples, Syntax::kTurtle}) {
    try {
      (void)write(syntax, {{kS, kP, kS, kG}});
      ADD_FAILURE() << "no error in " << info(syntax).name;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUsage);
      EXPECT_THAT(error.what(), testing::HasSubstr("<http://e/g>"));
    }
  }
}

/// Terms that a writer gets wrong easily; each must come back as it is from each syntax.
std::vector<Term> difficult_terms() {
  std::vector<Term> terms;
  for (const char* lexical : {"",
                              "\"",
                              "\\",
                              "'",
                              "\"\"\"",
                              "a\"",
                              "\n",
                              "\"\n\"",
                              "\\\n",
                              "\r\n",
                              "\t",
                              "\b\f",
                              "\x01\x7F",
                              "a\nb\"\"\"\n",
                              "\u00E9\U0001F600",
                              "\u2028",
                              "# no comment",
                              "\\u0041",
                              "@en",
                              "^^"}) {
    terms.push_back(Term::literal(lexical));
    terms.push_back(Term::language_literal(lexical, "en-x-a1"));
    terms.push_back(Term::literal(lexical, "http://e/type"));
  }
  terms.push_back(Term::literal(std::string_view("a\0b", 3)));
  for (const std::string_view type : {rdf::xsd::kInteger, rdf::xsd::kDecimal, rdf::xsd::kDouble,
                                      rdf::xsd::kBoolean, rdf::xsd::kFloat}) {
    for (const char* lexical :
         {"1",     "+1", "-01", "1.",  ".1",    "1.0",  "-1.50", "1e0",  "1.E5",
          ".5e-3", "1e", "e1",  ".",   "-",     "",     "x",     "true", "TRUE",
          "false", "1 ", "INF", "NaN", "1.0.0", "1e5.", "+-1"}) {
      terms.push_back(Term::literal(lexical, type));
    }
  }
  for (const char* local :
       {"",    "a",      "1",       "_",       "-a",     ".a",         "a.",   "a.b", "a..b", "a:b",
        ":",   "a/b",    "a#b",     "%41",     "%4",     "a'b",        "a(b)", "a,b", "a;b",  "a~b",
        "a@b", "\u00E9", "\u00B7a", "a\u00B7", "\u00D7", "\U0001F600", "true", "a-",  "_:b"}) {
    terms.push_back(Term::iri("http://e/" + std::string(local)));
    terms.push_back(Term::iri("http://true/" + std::string(local)));
  }
  terms.push_back(Term::iri("urn:x"));
  terms.push_back(kType);
  for (const char* label :
       {"a", "0", "_", "a.b", "a-", "b1", "B1", "base", "graph", "\u00E9\u00B7"}) {
    terms.push_back(Term::blank_node(label));
  }
  return terms;
}

TEST(WriterRoundTripTest, EveryTermComesBackAsItIs) {
  const WriteOptions options{.prefixes = {{"", "http://e/"},
                                          {"true", "http://true/"},
                                          {"bad name", "http://e/a"},
                                          {"a.", "http://e/a"},
                                          {"relative", "x"},
                                          {"xsd", std::string(rdf::xsd::kNamespace)}}};
  std::vector<Quad> quads;
  for (const Term& term : difficult_terms()) {
    quads.emplace_back(kS, kP, term);
    if (!term.is_literal()) {
      quads.emplace_back(term, kType, term);
    }
    if (term.is_iri()) {
      quads.emplace_back(kS, term, term);
    }
  }
  for (const SyntaxInfo& syntax : syntaxes_of_ntriples()) {
    std::vector<Quad> written = quads;
    if (syntax.has_graphs) {
      for (const Quad& quad : quads) {
        if (!quad.object.is_literal()) {
          written.emplace_back(quad.subject, quad.predicate, quad.object, quad.object);
        }
      }
    }
    const std::string text = write(syntax.syntax, written, options);
    const std::vector<Quad> again = read_quads(syntax.syntax, text);
    ASSERT_EQ(again.size(), written.size()) << text;
    for (std::size_t i = 0; i < written.size(); ++i) {
      EXPECT_EQ(to_text({again[i]}), to_text({written[i]})) << syntax.name;
      EXPECT_EQ(again[i], written[i]) << syntax.name;
    }
  }
}

TEST(WriterTest, AnIriCannotBreakOut) {
  const std::string text =
      write(Syntax::kNTriples, {{kS, kP, Term::iri("http://e/> . <x> <y> <z")}});
  EXPECT_THAT(text, testing::HasSubstr("<http://e/\\u003E\\u0020.\\u0020\\u003Cx"));
}

}  // namespace
}  // namespace whence::io
