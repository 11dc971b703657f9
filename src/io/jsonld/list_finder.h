// Which blank nodes of a data set are the cells of lists that JSON-LD can write as @list
// (JSON-LD 1.1 API §8.4.2, step 6.4): chains of cells that nothing else speaks of, down to rdf:nil.
//
// Stricter than the algorithm where it would lose statements: a cell is described in one graph
// alone, that of its only use, and names no graph; lists that contain one another in a circle, and
// lists nested deeper than kListDepthMax, stay what they are.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "io/jsonld/statements.h"

namespace whence::io::jsonld {

inline constexpr std::size_t kListDepthMax = 64;

class ListFinder {
 public:
  /// `drops_types`: a cell may have the type rdf:List, which is then not said.
  ListFinder(const Statements& statements, bool drops_types);

  /// The objects of rdf:first, the first one first, where `head` begins a list; else null.
  [[nodiscard]] const std::vector<TermNumber>* items_of(TermNumber head) const;
  /// Whether the node is part of a list, and not written by itself.
  [[nodiscard]] bool is_cell(TermNumber node) const {
    return node < list_of_.size() && list_of_[node] != kNoList;
  }

 private:
  static constexpr std::size_t kNoList = static_cast<std::size_t>(-1);
  static constexpr std::size_t kNoStatement = static_cast<std::size_t>(-1);

  struct Use {
    std::size_t count = 0;                 // As an object.
    std::size_t statement = kNoStatement;  // The last of them.
    std::size_t graphs = 0;                // That describe it, or that it names.
  };
  struct List {
    std::vector<TermNumber> cells;   // The last one first.
    std::vector<TermNumber> items;   // The first one first.
    std::size_t use = kNoStatement;  // The statement whose object the list is.
  };

  void count_uses();
  void find_terms();
  void follow(std::size_t last);
  [[nodiscard]] bool is_well_formed(TermNumber node, TermNumber graph, TermNumber& item) const;
  void give_up_circles();

  const Statements& statements_;
  bool drops_types_;
  TermNumber first_ = 0;  // Numbers of the vocabulary; 0: it does not occur.
  TermNumber rest_ = 0;
  TermNumber nil_ = 0;
  TermNumber type_ = 0;
  TermNumber list_type_ = 0;
  std::vector<Use> uses_;
  std::vector<List> lists_;
  std::vector<std::size_t> list_of_;  // By cell.
};

}  // namespace whence::io::jsonld
