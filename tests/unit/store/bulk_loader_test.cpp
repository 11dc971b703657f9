// Loading: what arrives, what is rejected and where, and that the parts that a document is cut into
// make one whole.
#include "store/bulk_loader.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/store/loading.h"

namespace whence::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

TEST(BulkLoader, LoadsQuadsOfEverySyntax) {
  EXPECT_THAT(quads_of(*load_text("<x:a> <x:p> \"b\" .", io::Syntax::kNTriples)),
              ElementsAre("<x:a> <x:p> \"b\" ."));
  EXPECT_THAT(quads_of(*load_text("<x:a> <x:p> \"b\" <x:g> .", io::Syntax::kNQuads)),
              ElementsAre("<x:a> <x:p> \"b\" <x:g> ."));
  EXPECT_THAT(quads_of(*load_text("<x:a> <x:p> \"b\", 1 .", io::Syntax::kTurtle)),
              ElementsAre("<x:a> <x:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
                          "<x:a> <x:p> \"b\" ."));
  EXPECT_THAT(quads_of(*load_text("<x:g> { <x:a> <x:p> \"b\"@en }", io::Syntax::kTriG)),
              ElementsAre("<x:a> <x:p> \"b\"@en <x:g> ."));
}

TEST(BulkLoader, LoadsNothingFromNothing) {
  for (const auto syntax : {io::Syntax::kNTriples, io::Syntax::kTurtle}) {
    EXPECT_THAT(quads_of(*load_text("", syntax)), IsEmpty());
  }
  EXPECT_EQ(load(std::make_shared<const Snapshot>(), {})->quad_count(), 0);
}

TEST(BulkLoader, KeepsEachQuadOnce) {
  const auto snapshot = load_text(
      "<x:a> <x:p> <x:b> .\n<x:a> <x:p> <x:b> <x:g> .\n<x:a> <x:p> <x:b> .\n"
      "<x:a> <x:p> <x:b> <x:g> .\n");
  EXPECT_EQ(snapshot->quad_count(), 2);
  EXPECT_EQ(load_onto(snapshot, "<x:a> <x:p> <x:b> .\n<x:a> <x:p> <x:c> .\n")->quad_count(), 3);
}

/// Lines of which many repeat terms of others; some in named graphs.
std::vector<std::string> many_lines(int count) {
  std::vector<std::string> lines;
  for (int i = 0; i < count; ++i) {
    lines.push_back(fmt::format("<x:s{}> <x:p{}> \"{}\"@en {}.", i / 4, i % 5, i % 97,
                                i % 3 == 0 ? fmt::format("<x:g{}> ", i % 11) : ""));
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines, std::string_view end = "\n") {
  std::string text;
  for (const std::string& line : lines) {
    text.append(line).append(end);
  }
  return text;
}

struct Cut {
  std::size_t part_bytes;
  std::size_t thread_count;
};

class InParts : public testing::TestWithParam<Cut> {
 protected:
  static LoadOptions options() {
    return {.thread_count = GetParam().thread_count, .part_bytes = GetParam().part_bytes};
  }
};

INSTANTIATE_TEST_SUITE_P(
    Of, InParts, testing::Values(Cut{1, 1}, Cut{1, 4}, Cut{100, 2}, Cut{1000, 3}, Cut{1 << 20, 2}),
    [](const auto& tested) {
      return fmt::format("{}BytesOn{}Threads", tested.param.part_bytes, tested.param.thread_count);
    });

TEST_P(InParts, EveryLineArrives) {
  auto lines = many_lines(600);
  const auto loaded = quads_of(*load_text(joined(lines), io::Syntax::kNQuads, options()));
  EXPECT_THAT(loaded, testing::UnorderedElementsAreArray(lines));
}

TEST_P(InParts, LineEndsOfEveryKindAndALastLineWithoutOne) {
  const std::string text =
      "# a comment\r\n<x:a> <x:p> <x:b> .\r\n\n\n<x:a> <x:p> <x:c> .\r"
      "<x:a> <x:p> <x:d> .\n<x:a> <x:p> <x:e> .";
  EXPECT_THAT(quads_of(*load_text(text, io::Syntax::kNTriples, options())),
              ElementsAre("<x:a> <x:p> <x:b> .", "<x:a> <x:p> <x:c> .", "<x:a> <x:p> <x:d> .",
                          "<x:a> <x:p> <x:e> ."));
}

TEST_P(InParts, ALabelIsOneBlankNodeThroughoutItsDocument) {
  std::string text;
  for (int i = 0; i < 50; ++i) {
    text += fmt::format("_:a <x:p> \"{}\" .\n", i);
  }
  const auto snapshot = load_text(text, io::Syntax::kNTriples, options());
  Scan scan = snapshot->scan({}, {Column::kSubject, Column::kPredicate, Column::kObject});
  Batch batch;
  ASSERT_TRUE(scan.next(batch));
  EXPECT_EQ(batch.row_count, 50);
  EXPECT_EQ(std::set(batch.columns[0].begin(), batch.columns[0].end()).size(), 1);
}

TEST_P(InParts, TheFirstErrorIsReportedWithItsPlace) {
  auto lines = many_lines(600);
  lines[311] = "<x:a> <x:p> nonsense .";
  lines[312] = "<x:a> wrong, too";
  lines[590] = "<x:a>";
  try {
    (void)load_text(joined(lines), io::Syntax::kNQuads, options());
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kBadData);
    EXPECT_EQ(error.source(), "test");
    EXPECT_EQ(error.position(), (Position{312, 13})) << error.what();
  }
}

TEST_P(InParts, AByteOrderMarkIsSkippedAtTheStartAlone) {
  const std::string line = "<x:a> <x:p> <x:b> .\n";
  const std::string mark = "\xEF\xBB\xBF";
  EXPECT_EQ(load_text(mark + line, io::Syntax::kNTriples, options())->quad_count(), 1);
  try {
    (void)load_text(line + line + mark + line, io::Syntax::kNTriples, options());
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.position(), (Position{3, 1})) << error.what();
  }
}

TEST(BulkLoader, TakesTheErrorOfTheFirstDocumentThatHasOne) {
  const auto text_of = [](int bad_line) {
    auto lines = many_lines(300);
    lines[static_cast<std::size_t>(bad_line) - 1] = "bad";
    return joined(lines);
  };
  for (int round = 0; round < 10; ++round) {
    io::StringSource good("<x:a> <x:p> <x:b> .");
    const std::string second_text = text_of(290);
    io::StringSource second(second_text);
    const std::string third_text = text_of(1);
    io::StringSource third(third_text);
    io::StringSource fourth("nonsense");
    const auto document = [](io::ByteSource& source, std::string name, io::Syntax syntax) {
      return Document{.source = &source,
                      .syntax = syntax,
                      .base_iri = {},
                      .name = std::move(name),
                      .graph = {}};
    };
    try {
      (void)load(std::make_shared<const Snapshot>(),
                 {document(good, "first", io::Syntax::kTurtle),
                  document(second, "second", io::Syntax::kNQuads),
                  document(third, "third", io::Syntax::kNQuads),
                  document(fourth, "fourth", io::Syntax::kTurtle)},
                 {.thread_count = 4, .part_bytes = 200});
      FAIL() << "nothing was thrown";
    } catch (const Error& error) {
      EXPECT_EQ(error.source(), "second");
      EXPECT_EQ(error.position()->line, 290);
    }
  }
}

TEST(BulkLoader, LeavesTheBaseAsItWasWhenItFails) {
  const auto base = load_text("<x:a> <x:p> <x:b> .\n");
  const auto before = quads_of(*base);
  const std::uint64_t bytes = base->memory_bytes();
  EXPECT_THROW((void)load_onto(base, "<x:new> <x:p> <x:b> .\n<x:new> bad\n"), Error);
  EXPECT_EQ(quads_of(*base), before);
  EXPECT_EQ(base->find(rdf::TermView::iri("x:new")), std::nullopt);
  EXPECT_EQ(base->memory_bytes(), bytes);
  EXPECT_EQ(load_onto(base, "<x:new> <x:p> <x:b> .\n")->quad_count(), 2);
}

/// Gives some text and then fails, as a disk may.
class FailingSource final : public io::ByteSource {
 public:
  std::size_t read(std::span<char> buffer) override {
    if (calls_++ > 3) {
      throw Error(ErrorCode::kIo, "cannot read 'disk': it is gone");
    }
    constexpr std::string_view kLine = "<x:a> <x:p> <x:b> .\n";
    const std::size_t size = std::min(buffer.size(), kLine.size());
    std::copy_n(kLine.begin(), size, buffer.begin());
    return size;
  }

 private:
  int calls_ = 0;
};

TEST(BulkLoader, HandsOnWhatASourceThrows) {
  for (const auto syntax : {io::Syntax::kNTriples, io::Syntax::kTurtle}) {
    FailingSource source;
    try {
      (void)load(
          std::make_shared<const Snapshot>(),
          {{.source = &source, .syntax = syntax, .base_iri = {}, .name = "disk", .graph = {}}},
          {.thread_count = 3, .part_bytes = 20});
      FAIL() << "nothing was thrown";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kIo);
      EXPECT_THAT(error.what(), HasSubstr("it is gone"));
    }
  }
}

TEST(BulkLoader, ScopesBlankNodesToTheirDocument) {
  const std::string text = "_:a <x:p> <x:b> .\n";
  io::StringSource one(text);
  io::StringSource two(text);
  std::vector<Document> documents;
  for (io::StringSource* source : {&one, &two}) {
    documents.push_back(
        {.source = source, .syntax = io::Syntax::kTurtle, .base_iri = {}, .name = {}, .graph = {}});
  }
  const auto both = load(std::make_shared<const Snapshot>(), documents);
  EXPECT_EQ(both->quad_count(), 2);
  EXPECT_EQ(load_onto(both, text)->quad_count(), 3);
  EXPECT_EQ(load_onto(load_onto(both, text), text)->quad_count(), 4);
}

TEST(BulkLoader, PutsTheDefaultGraphIntoTheGraphThatIsAskedFor) {
  io::StringSource source("<x:a> <x:p> <x:b> . <x:h> { <x:c> <x:p> <x:d> }");
  const auto snapshot = load(std::make_shared<const Snapshot>(), {{.source = &source,
                                                                   .syntax = io::Syntax::kTriG,
                                                                   .base_iri = {},
                                                                   .name = {},
                                                                   .graph = "x:g"}});
  EXPECT_THAT(quads_of(*snapshot),
              ElementsAre("<x:a> <x:p> <x:b> <x:g> .", "<x:c> <x:p> <x:d> <x:h> ."));
}

TEST(BulkLoader, LoadsOntoASnapshotAsIfAllCameAtOnce) {
  const auto lines = many_lines(2000);
  const auto at_once = quads_of(*load_text(joined(lines)));
  auto snapshot = std::make_shared<const Snapshot>();
  for (std::size_t begin = 0; begin < lines.size(); begin += 150) {
    // The parts overlap: some quads come twice.
    const std::size_t end = std::min(begin + 200, lines.size());
    const std::vector<std::string> part(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                        lines.begin() + static_cast<std::ptrdiff_t>(end));
    const auto next = load_onto(snapshot, joined(part));
    EXPECT_GE(next->quad_count(), snapshot->quad_count());
    snapshot = next;
  }
  EXPECT_EQ(quads_of(*snapshot), at_once);
  EXPECT_EQ(snapshot->named_graphs().size(), 11);
}

TEST(BulkLoader, CollectsPrefixesTheFirstMeaningOfEach) {
  io::StringSource one("@prefix a: <x:1> . @prefix b: <x:2> . @prefix a: <x:3> .");
  io::StringSource two("PREFIX b: <x:4>\nPREFIX c: <x:5>\n");
  std::vector<Document> documents;
  for (io::StringSource* source : {&one, &two}) {
    documents.push_back(
        {.source = source, .syntax = io::Syntax::kTurtle, .base_iri = {}, .name = {}, .graph = {}});
  }
  const auto first = load(std::make_shared<const Snapshot>(), documents, {.thread_count = 2});
  EXPECT_THAT(first->prefixes(), ElementsAre(Pair("a", "x:1"), Pair("b", "x:2"), Pair("c", "x:5")));
  const auto second = load_onto(first, "PREFIX c: <x:6>\nPREFIX d: <x:7>\n", io::Syntax::kTurtle);
  EXPECT_THAT(second->prefixes(),
              ElementsAre(Pair("a", "x:1"), Pair("b", "x:2"), Pair("c", "x:5"), Pair("d", "x:7")));
}

TEST(BulkLoader, LoadsEnoughToSortOnSeveralThreads) {
  std::string text;
  constexpr int kCount = 100'000;
  for (int i = 0; i < kCount; ++i) {
    text += fmt::format("<x:s{}> <x:p{}> <x:o{}> .\n", i, i % 7, i * 31 % 1009);
  }
  const auto snapshot = load_text(text, io::Syntax::kNTriples, {.thread_count = 3});
  EXPECT_EQ(snapshot->quad_count(), kCount);
  for (const SortOrder& order : snapshot->sort_orders({})) {
    Scan scan = snapshot->scan({}, order);
    std::vector<std::array<Id, 3>> rows;
    for (Batch batch; scan.next(batch);) {
      for (std::size_t row = 0; row < batch.row_count; ++row) {
        rows.push_back({batch.columns[0][row], batch.columns[1][row], batch.columns[2][row]});
      }
    }
    EXPECT_EQ(rows.size(), kCount);
    EXPECT_TRUE(std::ranges::is_sorted(rows));
  }
  QuadPattern pattern;
  pattern.predicate = snapshot->find(rdf::TermView::iri("x:p3")).value();
  EXPECT_EQ(snapshot->count(pattern), 14286);
}

}  // namespace
}  // namespace whence::store
