// A row of a table of small graphs, patterns, and the solutions that SPARQL 1.1 §18 gives.
#pragma once

#include <algorithm>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "oracle/evaluate.h"
#include "sparql/parser.h"

namespace whence::oracle {

struct OracleCase {
  const char* name;
  const char* data;       ///< "a p b . a p c": the triples of the default graph, words being IRIs.
  const char* pattern;    ///< In which :a is the IRI of the word a.
  const char* solutions;  ///< Sorted: "x=a y=b | x=c".
};
inline void PrintTo(const OracleCase& test, std::ostream* out) { *out << test.pattern; }

inline std::string oracle_case_name(const testing::TestParamInfo<OracleCase>& tested) {
  return tested.param.name;
}

inline constexpr std::string_view kBase = "http://e/";

inline rdf::Term term_of(const std::string& word) {
  return rdf::Term::iri(std::string(kBase) + word);
}

inline Graph graph_of(const std::string& text) {
  Graph graph;
  std::istringstream words(text);
  std::string subject;
  std::string predicate;
  std::string object;
  while (words >> subject >> predicate >> object) {
    graph.insert({term_of(subject), term_of(predicate), term_of(object)});
    words >> subject;  // The dot.
  }
  return graph;
}

inline std::string text_of(const Solutions& solutions) {
  std::vector<std::string> rows;
  for (const Solution& solution : solutions) {
    std::string& row = rows.emplace_back();
    for (const auto& [variable, term] : solution) {
      if (!variable.is_internal()) {
        const std::string word =
            term.value.starts_with(kBase) ? term.value.substr(kBase.size()) : term.value;
        row += (row.empty() ? "" : " ") + variable.name + "=" + word;
      }
    }
  }
  std::ranges::sort(rows);
  std::string text;
  for (const std::string& row : rows) {
    text += (&row == rows.data() ? "" : " | ") + (row.empty() ? "()" : row);
  }
  return text;
}

/// Of a group in braces.
inline std::string solutions_of(const DataSet& data, const std::string& pattern) {
  return text_of(
      evaluate(data, sparql::parse_query("PREFIX : <http://e/> ASK " + pattern).pattern));
}

}  // namespace whence::oracle
