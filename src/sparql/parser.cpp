#include "sparql/parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sparql/grammar.h"

namespace whence::sparql {

namespace {

constexpr std::array<std::string_view, 34> kKeywords{
    "SELECT",   "ASK",     "CONSTRUCT", "DESCRIBE", "WHERE", "PREFIX",   "BASE",
    "DISTINCT", "REDUCED", "FROM",      "NAMED",    "GRAPH", "FILTER",   "OPTIONAL",
    "UNION",    "BIND",    "VALUES",    "UNDEF",    "ORDER", "GROUP",    "HAVING",
    "LIMIT",    "OFFSET",  "BY",        "ASC",      "DESC",  "AS",       "MINUS",
    "SERVICE",  "SILENT",  "EXISTS",    "NOT",      "IN",    "SEPARATOR"};

std::string upper(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return result;
}

/// Levenshtein's distance, with two rows.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string suggestion(const Token& found) {
  if (found.kind != TokenKind::kWord || found.text.size() < 3 || found.text.size() > 12) {
    return {};
  }
  const std::string word = upper(found.text);
  if (std::ranges::find(kKeywords, word) != kKeywords.end()) {
    return {};  // Well written, but in the wrong place.
  }
  for (const std::string_view keyword : kKeywords) {
    if (distance(word, keyword) <= (word.size() > 4 ? 2 : 1)) {
      return fmt::format(" (did you mean {}?)", keyword);
    }
  }
  return {};
}

}  // namespace

Query parse_query(std::string_view text, const ParserOptions& options) {
  return Grammar(text, options).query();
}

Grammar::Grammar(std::string_view text, const ParserOptions& options)
    : options_(options), tokens_(tokenize(text)), base_iri_(options.base_iri) {}

const Token& Grammar::peek(std::size_t ahead) const {
  return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
}

const Token& Grammar::take() {
  const Token& token = peek();
  next_ = std::min(next_ + 1, tokens_.size() - 1);
  return token;
}

bool Grammar::at(std::string_view punctuation) const {
  return peek().kind == TokenKind::kPunctuation && peek().text == punctuation;
}

bool Grammar::at_word(std::string_view keyword) const { return is_word(peek(), keyword); }

bool Grammar::accept(std::string_view punctuation) {
  const bool found = at(punctuation);
  if (found) {
    take();
  }
  return found;
}

bool Grammar::accept_word(std::string_view keyword) {
  const bool found = at_word(keyword);
  if (found) {
    take();
  }
  return found;
}

void Grammar::expect(std::string_view punctuation, std::string_view purpose) {
  if (!accept(punctuation)) {
    fail_expected(purpose.empty() ? fmt::format("'{}'", punctuation) : std::string(purpose));
  }
}

void Grammar::expect_word(std::string_view keyword) {
  if (!accept_word(keyword)) {
    fail_expected(keyword);
  }
}

void Grammar::fail_expected(std::string_view expected) const {
  fail(fmt::format("expected {}, found {}{}", expected, described(peek()), suggestion(peek())),
       peek().position);
}

void Grammar::fail(const std::string& message, Position position) {
  throw Error(ErrorCode::kSyntax, message, position);
}

void Grammar::unsupported(std::string_view feature, Position position) {
  throw Error(ErrorCode::kUnsupported, fmt::format("{} is not supported yet", feature), position);
}

std::size_t Grammar::above(std::size_t height) const {
  if (height + 1 > options_.depth_max) {
    throw Error(ErrorCode::kLimit,
                fmt::format("the query is nested or chained deeper than the limit of {}",
                            options_.depth_max),
                peek().position);
  }
  return height + 1;
}

Grammar::Nesting::Nesting(Grammar& grammar) : grammar_(grammar) {
  grammar_.above(grammar_.nesting_);
  ++grammar_.nesting_;
}

}  // namespace whence::sparql
