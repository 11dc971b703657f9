#include <algorithm>
#include <utility>

#include "answers/answer.h"

namespace whence::answers {

namespace {

constexpr std::string_view kVocabulary = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#";

class ResultSet {
 public:
  explicit ResultSet(const Rows& triples) : triples_(triples) {}

  [[nodiscard]] std::vector<rdf::Term> objects(const rdf::Term& subject,
                                               std::string_view name) const {
    std::vector<rdf::Term> found;
    for (const Row& triple : triples_) {
      if (triple.at("s") == subject && is(triple, name)) {
        found.push_back(triple.at("o"));
      }
    }
    return found;
  }

  /// The subject of the first triple of a predicate.
  [[nodiscard]] std::optional<rdf::Term> subject(std::string_view name) const {
    const auto found = std::ranges::find_if(triples_, [&](const Row& t) { return is(t, name); });
    return found == triples_.end() ? std::nullopt : std::optional(found->at("s"));
  }

 private:
  static bool is(const Row& triple, std::string_view name) {
    return triple.at("p").value == std::string(kVocabulary).append(name);
  }

  const Rows& triples_;
};

}  // namespace

std::optional<Answer> read_result_set(const Rows& triples) {
  const ResultSet set(triples);
  Answer answer;
  if (const auto head = set.subject("boolean")) {
    answer.boolean = set.objects(*head, "boolean").front().value == "true";
    return answer;
  }
  const auto is_set = [](const Row& t) {
    return t.at("o").value == std::string(kVocabulary) + "ResultSet";
  };
  const auto head = std::ranges::find_if(triples, is_set);
  if (head == triples.end()) {
    return std::nullopt;
  }
  for (const rdf::Term& name : set.objects(head->at("s"), "resultVariable")) {
    answer.variables.push_back(name.value);
  }
  std::vector<std::pair<int, Row>> solutions;
  for (const rdf::Term& solution : set.objects(head->at("s"), "solution")) {
    const auto index = set.objects(solution, "index");
    auto& [place, row] = solutions.emplace_back();
    place = index.empty() ? 0 : std::stoi(index.front().value);
    for (const rdf::Term& binding : set.objects(solution, "binding")) {
      row.emplace(set.objects(binding, "variable").at(0).value,
                  set.objects(binding, "value").at(0));
    }
  }
  std::ranges::stable_sort(solutions, {}, &std::pair<int, Row>::first);
  for (auto& [place, row] : solutions) {
    answer.rows.push_back(std::move(row));
  }
  return answer;
}

}  // namespace whence::answers
