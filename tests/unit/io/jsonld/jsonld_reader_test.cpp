#include "io/jsonld/jsonld_reader.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/io/reading.h"

namespace whence::io {
namespace {

using testing::HasSubstr;

std::string read_jsonld(const std::string& text) {
  return to_text(read_quads(Syntax::kJsonLd, text, {.base_iri = "http://b/d"}));
}

Error error_of(const std::string& text, const ReadOptions& options = {.source_name = "f.jsonld"}) {
  try {
    (void)read_quads(Syntax::kJsonLd, text, options);
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "read without an error: " << text;
  return {ErrorCode::kInternal, ""};
}

TEST(JsonLdReaderTest, ReadsNodesWithTheirContext) {
  EXPECT_EQ(read_jsonld(R"({"@context": {"name": "http://e/name", "@language": "en"},
                            "@id": "x", "name": ["a", {"@value": 1.50}, 2, true]})"),
            "<http://b/x> <http://e/name> \"a\"@en\n"
            "<http://b/x> <http://e/name> "
            "\"1.5E0\"^^<http://www.w3.org/2001/XMLSchema#double>\n"
            "<http://b/x> <http://e/name> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer>\n"
            "<http://b/x> <http://e/name> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\n");
}

TEST(JsonLdReaderTest, BlankNodesKeepTheirLabelsUnderTheScope) {
  const auto quads =
      read_quads(Syntax::kJsonLd, R"({"@id": "_:a", "http://e/p": {"@id": "_:b c"}})",
                 {.blank_node_scope = "s-"});
  EXPECT_EQ(to_text(quads), "_:s-a <http://e/p> _:s-g0\n");
}

TEST(JsonLdReaderTest, WhatRdfHasNoTermForIsLeftOut) {
  EXPECT_EQ(read_jsonld(R"([{"@id": "http://a b", "http://e/p": "x"}, {"_:p": "blank"},
                            {"@id": "a", "http://e/p": {"@value": "x", "@language": "a b"}}])"),
            "");
}

TEST(JsonLdReaderTest, TellsThePrefixesOfTheDocument) {
  StringSource source(R"({"@context": {"e": "http://e/", "name": "http://e/name"}})");
  Collector collector;
  read(Syntax::kJsonLd, source, {}, collector);
  EXPECT_THAT(collector.prefixes, testing::ElementsAre(testing::Pair("e", "http://e/")));
}

TEST(JsonLdReaderTest, ErrorsBeginWithTheCodeOfTheSpecification) {
  const Error error = error_of("{\n  \"@id\": 5}");
  EXPECT_EQ(error.formatted(),
            "f.jsonld:2:10: error: invalid @id value: expected a string, found 5");
  EXPECT_EQ(error.code(), ErrorCode::kBadData);
  EXPECT_THAT(error_of(R"({"@context": {"@context": "http://e/"}})").what(),
              HasSubstr("keyword redefinition: "));
}

TEST(JsonLdReaderTest, NothingIsFetched) {
  const Error error = error_of(R"({"@context": "https://schema.org/"})");
  EXPECT_EQ(error.code(), ErrorCode::kBadData);
  EXPECT_THAT(error.what(), HasSubstr("loading remote context failed: <https://schema.org/>"));
  EXPECT_THAT(error.what(), HasSubstr("--context https://schema.org/=FILE"));
}

class MappedContextTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::create_directories(folder_);
    put("c.jsonld", R"({"@context": {"name": "http://e/name"}})");
    put("bad.jsonld", "{\"@context\":\n {\"name\": 5}}");
    put("loop.jsonld", R"({"@context": "loop.jsonld"})");
  }
  void put(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
  }
  [[nodiscard]] ReadOptions options() const {
    return {.source_name = "f",
            .contexts = {{"http://c/", folder_.string()},
                         {"http://one", (folder_ / "c.jsonld").string()}}};
  }
  std::filesystem::path folder_;
};

TEST_F(MappedContextTest, AFileOrAFolderStandsForAContext) {
  for (const std::string iri : {"http://one", "http://c/c.jsonld"}) {
    const auto quads =
        read_quads(Syntax::kJsonLd,
                   R"({"@context": ")" + iri + R"(", "@id": "http://a", "name": "x"})", options());
    EXPECT_EQ(to_text(quads), "<http://a> <http://e/name> \"x\"\n") << iri;
  }
}

TEST_F(MappedContextTest, NoPathLeavesTheFolder) {
  EXPECT_THAT(error_of(R"({"@context": "http://c/x%2f/../%2e%2e/f"})", options()).what(),
              HasSubstr("loading remote context failed"));
  EXPECT_THAT(error_of(R"({"@context": "http://c//../../../etc/passwd"})", options()).what(),
              HasSubstr("loading remote context failed"));
}

TEST_F(MappedContextTest, AnErrorInAContextNamesItsFile) {
  const Error error = error_of(R"({"@context": "http://c/bad.jsonld"})", options());
  EXPECT_EQ(error.source(), (folder_ / "bad.jsonld").string());
  EXPECT_EQ(error.position(), (Position{2, 11}));
}

TEST_F(MappedContextTest, ContextsThatLoadOneAnotherEnd) {
  const Error error = error_of(R"({"@context": "http://c/loop.jsonld"})", options());
  EXPECT_EQ(error.code(), ErrorCode::kLimit);
  EXPECT_THAT(error.what(), HasSubstr("context overflow: "));
}

TEST(JsonLdReaderTest, HostileNestingEndsAtALimit) {
  std::string nodes;
  for (int i = 0; i < 100'000; ++i) {
    nodes += R"({"http://e/p":[)";
  }
  EXPECT_EQ(error_of(nodes).code(), ErrorCode::kLimit);
  std::string terms = R"({"@context": {)";
  for (int i = 0; i < 100'000; ++i) {
    terms += "\"t" + std::to_string(i) + "\": \"t" + std::to_string(i + 1) + ":x\", ";
  }
  EXPECT_EQ(error_of(terms + R"("z": "http://e/"}})").code(), ErrorCode::kLimit);
}

}  // namespace
}  // namespace whence::io
