#include "exec/construct.h"

#include <algorithm>
#include <array>

namespace whence::exec {

TripleTemplate::TripleTemplate(const std::vector<sparql::TemplateTriple>& triples,
                               const std::vector<plan::Variable>& columns, QueryContext& context)
    : context_(context), written_(3, context) {
  for (const sparql::TemplateTriple& triple : triples) {
    triples_.push_back({part(triple.subject, columns), part(triple.predicate, columns),
                        part(triple.object, columns)});
  }
}

TripleTemplate::Part TripleTemplate::part(const sparql::PatternTerm& term,
                                          const std::vector<plan::Variable>& columns) {
  if (const auto* variable = std::get_if<sparql::Variable>(&term)) {
    const auto found = std::ranges::find(columns, *variable);
    return found == columns.end() ? Column{std::nullopt}
                                  : Column{static_cast<std::size_t>(found - columns.begin())};
  }
  const auto& constant = std::get<rdf::Term>(term);
  if (!constant.is_blank_node()) {
    return context_.id(constant);
  }
  const auto label = std::ranges::find(blank_labels_, constant.value);
  const auto number = static_cast<std::size_t>(label - blank_labels_.begin());
  if (label == blank_labels_.end()) {
    blank_labels_.push_back(constant.value);
  }
  return TemplateBlankNode{number};
}

Id TripleTemplate::fill(const Part& part, const Batch& batch, std::size_t row) {
  if (const auto* column = std::get_if<Column>(&part)) {
    return column->index ? batch.columns[*column->index][row] : Id();
  }
  if (const auto* id = std::get_if<Id>(&part)) {
    return *id;
  }
  Id& node = blank_nodes_[std::get<TemplateBlankNode>(part).number];
  if (!node.is_bound()) {
    node = context_.fresh_blank_node();
  }
  return node;
}

void TripleTemplate::write_solution(const Batch& batch, std::size_t row, io::QuadSink& sink) {
  blank_nodes_.assign(blank_labels_.size(), Id());
  std::array<std::string, 3> scratch;
  for (const auto& parts : triples_) {
    std::array<std::vector<Id>, 3> ids;
    std::array<rdf::TermView, 3> terms;
    bool complete = true;
    for (std::size_t i = 0; i < 3 && complete; ++i) {
      ids[i] = {fill(parts[i], batch, row)};
      complete = ids[i][0].is_bound();
      if (complete) {
        terms[i] = context_.term(ids[i][0], scratch[i]);
      }
    }
    if (!complete || terms[0].is_literal() || !terms[1].is_iri()) {
      continue;
    }
    const std::array<const std::vector<Id>*, 3> key{&ids[0], &ids[1], &ids[2]};
    const std::size_t before = written_.size();
    written_.insert(key, 0);
    if (written_.size() != before) {
      sink.quad({terms[0], terms[1], terms[2], std::nullopt});
    }
  }
}

void TripleTemplate::write(const Batch& batch, io::QuadSink& sink) {
  for (std::size_t row = 0; row < batch.row_count; ++row) {
    // Equal solutions differ in the blank nodes that they make, and only in these.
    const std::uint64_t times = blank_labels_.empty() ? 1 : batch.multiplicity(row);
    for (std::uint64_t n = 0; n < times; ++n) {
      write_solution(batch, row, sink);
    }
  }
}

}  // namespace whence::exec
