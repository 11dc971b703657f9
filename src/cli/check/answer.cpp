// See answer.h.
#include "cli/check/answer.h"

#include <algorithm>

#include "io/byte_source.h"
#include "io/reader.h"
#include "results/json_reader.h"

namespace whence::cli {
namespace {

rdf::Term comparable(const rdf::TermView& view) {
  rdf::Term term(view);
  std::ranges::transform(term.language, term.language.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return term;
}

class Rows final : public results::ResultSink {
 public:
  explicit Rows(Answer& answer) : answer_(answer) {}

  void begin(const std::vector<std::string>& variables) override { answer_.variables = variables; }
  void row(std::span<const std::optional<rdf::TermView>> cells) override {
    AnswerRow& row = answer_.rows.emplace_back();
    for (const auto& cell : cells) {
      row.push_back(cell ? std::optional(comparable(*cell)) : std::nullopt);
    }
  }
  void boolean(bool value) override { answer_.boolean = value; }

 private:
  Answer& answer_;
};

class Triples final : public io::QuadSink {
 public:
  explicit Triples(Answer& answer) : answer_(answer) {
    answer_.is_graph = true;
    answer_.variables = {"subject", "predicate", "object"};
  }

  void quad(const rdf::QuadView& quad) override {
    answer_.rows.push_back(
        {comparable(quad.subject), comparable(quad.predicate), comparable(quad.object)});
  }
  /// A document may say a triple twice; its graph holds it once.
  void finish() {
    std::ranges::sort(answer_.rows);
    const auto doubles = std::ranges::unique(answer_.rows);
    answer_.rows.erase(doubles.begin(), doubles.end());
  }

 private:
  Answer& answer_;
};

}  // namespace

Answer collect(Query& query) {
  Answer answer;
  if (query.is_graph()) {
    Triples triples(answer);
    query.write_graph(triples);
    triples.finish();
  } else {
    Rows rows(answer);
    query.write_results(rows);
  }
  return answer;
}

Answer read_answer(const std::string& path, bool is_graph) {
  Answer answer;
  const auto source = io::open_source(path);
  if (is_graph) {
    Triples triples(answer);
    io::read(io::Syntax::kTurtle, *source, {.base_iri = file_iri(path), .source_name = path},
             triples);
    triples.finish();
  } else {
    Rows rows(answer);
    results::read_json(*source, {.source_name = path}, rows);
  }
  return answer;
}

}  // namespace whence::cli
