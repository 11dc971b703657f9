// See list_finder.h.
#include "io/jsonld/list_finder.h"

#include <algorithm>
#include <utility>

#include "io/jsonld/jsonld_vocabulary.h"
#include "rdf/vocabulary.h"

namespace whence::io::jsonld {

ListFinder::ListFinder(const Statements& statements, bool drops_types)
    : statements_(statements),
      drops_types_(drops_types),
      uses_(statements.term_count() + 1),
      list_of_(statements.term_count() + 1, kNoList) {
  find_terms();
  count_uses();
  const std::span<const Statement> all = statements_.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].predicate == rest_ && all[i].object == nil_) {
      follow(i);
    }
  }
  give_up_circles();
}

void ListFinder::find_terms() {
  for (TermNumber number = 1; number <= statements_.term_count(); ++number) {
    const rdf::Term& term = statements_.term(number);
    if (!term.is_iri() || !term.value.starts_with(rdf::vocabulary::kRdf)) {
      continue;
    }
    const std::pair<std::string_view, TermNumber*> terms[] = {{rdf::vocabulary::kFirst, &first_},
                                                              {rdf::vocabulary::kRest, &rest_},
                                                              {rdf::vocabulary::kNil, &nil_},
                                                              {rdf::vocabulary::kType, &type_},
                                                              {kRdfList, &list_type_}};
    for (const auto& [iri, place] : terms) {
      if (term.value == iri) {
        *place = number;
      }
    }
  }
}

void ListFinder::count_uses() {
  const std::span<const Statement> all = statements_.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    Use& use = uses_[all[i].object];
    ++use.count;
    use.statement = i;
    const bool begins_graph = i == 0 || all[i - 1].graph != all[i].graph;
    if (begins_graph || all[i - 1].subject != all[i].subject) {
      ++uses_[all[i].subject].graphs;
    }
    if (begins_graph && all[i].graph != kDefaultGraph) {
      ++uses_[all[i].graph].graphs;
    }
  }
}

/// One rdf:first, one rdf:rest, and nothing else.
bool ListFinder::is_well_formed(TermNumber node, TermNumber graph, TermNumber& item) const {
  const Use& use = uses_[node];
  if (!statements_.term(node).is_blank_node() || use.count != 1 || use.graphs != 1) {
    return false;
  }
  const Statement& only_use = statements_.all()[use.statement];
  if (only_use.graph != graph || only_use.predicate == type_) {
    return false;  // @type has no place for a list.
  }
  std::size_t firsts = 0;
  std::size_t rests = 0;
  for (const Statement& statement : statements_.of_node(graph, node)) {
    if (statement.predicate == first_) {
      ++firsts;
      item = statement.object;
    } else if (statement.predicate == rest_) {
      ++rests;
    } else if (!drops_types_ || statement.predicate != type_ || statement.object != list_type_) {
      return false;
    }
  }
  return firsts == 1 && rests == 1;
}

/// From the statement that ends in rdf:nil back to the list's head.
void ListFinder::follow(std::size_t last) {
  const std::span<const Statement> all = statements_.all();
  List list;
  std::size_t at = last;
  TermNumber item = 0;
  while (all[at].predicate == rest_ && is_well_formed(all[at].subject, all[at].graph, item)) {
    list.cells.push_back(all[at].subject);
    list.items.push_back(item);
    at = uses_[all[at].subject].statement;
  }
  if (list.cells.empty()) {
    return;
  }
  std::ranges::reverse(list.items);
  list.use = at;
  for (const TermNumber cell : list.cells) {
    list_of_[cell] = lists_.size();
  }
  lists_.push_back(std::move(list));
}

/// A list stands where its only use is; where that is in a cell of another one, inside that one.
void ListFinder::give_up_circles() {
  constexpr auto kUnknown = static_cast<std::size_t>(-1);
  std::vector<std::size_t> depths(lists_.size(), kUnknown);
  std::vector<bool> is_given_up(lists_.size(), false);
  for (std::size_t start = 0; start < lists_.size(); ++start) {
    std::vector<std::size_t> path;
    std::size_t at = start;
    while (at != kNoList && depths[at] == kUnknown && std::ranges::find(path, at) == path.end() &&
           path.size() <= kListDepthMax) {
      path.push_back(at);
      at = list_of_[statements_.all()[lists_[at].use].subject];
    }
    const bool is_lost = at != kNoList && depths[at] == kUnknown;  // A circle, or too deep.
    std::size_t depth = at == kNoList || is_lost ? 0 : depths[at] + 1;
    for (auto list = path.rbegin(); list != path.rend(); ++list, ++depth) {
      depths[*list] = is_lost ? kListDepthMax : std::min(depth, kListDepthMax);
      is_given_up[*list] = depths[*list] >= kListDepthMax;
    }
  }
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    if (is_given_up[i]) {
      for (const TermNumber cell : lists_[i].cells) {
        list_of_[cell] = kNoList;
      }
    }
  }
}

const std::vector<TermNumber>* ListFinder::items_of(TermNumber head) const {
  if (!is_cell(head)) {
    return nullptr;
  }
  const List& list = lists_[list_of_[head]];
  return list.cells.back() == head ? &list.items : nullptr;
}

}  // namespace whence::io::jsonld
