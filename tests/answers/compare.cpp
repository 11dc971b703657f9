#include <algorithm>
#include <cstddef>
#include <set>

#include "answers/answer.h"

namespace whence::answers {

namespace {

/// A one-to-one renaming of blank nodes that grows, and shrinks again.
class Renaming {
 public:
  /// Extends the renaming so that it makes `left` of `right`. What was added before it failed
  /// stays until undo().
  bool extend(const Row& left, const Row& right) {
    if (left.size() != right.size()) {
      return false;
    }
    return std::ranges::equal(left, right, [this](const auto& a, const auto& b) {
      if (a.first != b.first) {
        return false;
      }
      return a.second.is_blank_node() && b.second.is_blank_node()
                 ? extend(a.second.value, b.second.value)
                 : a.second == b.second;
    });
  }

  [[nodiscard]] std::size_t size() const { return added_.size(); }
  void undo(std::size_t size) {
    for (; added_.size() > size; added_.pop_back()) {
      backward_.erase(forward_.at(added_.back()));
      forward_.erase(added_.back());
    }
  }

 private:
  bool extend(const std::string& left, const std::string& right) {
    const auto known = forward_.find(left);
    if (known != forward_.end()) {
      return known->second == right;
    }
    if (!backward_.emplace(right, left).second) {
      return false;
    }
    forward_.emplace(left, right);
    added_.push_back(left);
    return true;
  }

  std::map<std::string, std::string> forward_;
  std::map<std::string, std::string> backward_;
  std::vector<std::string> added_;
};

/// The row with all blank nodes alike.
std::string shape(const Row& row) {
  std::string text;
  for (const auto& [name, term] : row) {
    text += '?' + name + '=' + (term.is_blank_node() ? "_:" : rdf::to_ntriples(term)) + ' ';
  }
  return text;
}

using ByShape = std::map<std::string, std::vector<const Row*>>;

ByShape by_shape(const Rows& rows) {
  ByShape result;
  for (const Row& row : rows) {
    result[shape(row)].push_back(&row);
  }
  return result;
}

bool has_blank_node(const Row& row) {
  return std::ranges::any_of(row, [](const auto& cell) { return cell.second.is_blank_node(); });
}

/// Finds for each row with blank nodes a row of the other side, trying renamings in turn.
class Matching {
 public:
  explicit Matching(const ByShape& whole) : whole_(whole) {}

  void add(const Row& row) { rows_.push_back(&row); }

  /// The rows from `index` on.
  bool match(std::size_t index) {
    if (index == rows_.size()) {
      return true;
    }
    for (const Row* candidate : whole_.at(shape(*rows_[index]))) {
      if (used_.contains(candidate)) {
        continue;
      }
      const std::size_t size = renaming_.size();
      if (renaming_.extend(*rows_[index], *candidate)) {
        used_.insert(candidate);
        if (match(index + 1)) {
          return true;
        }
        used_.erase(candidate);
      }
      renaming_.undo(size);
    }
    return false;
  }

 private:
  const ByShape& whole_;
  std::vector<const Row*> rows_;
  std::set<const Row*> used_;
  Renaming renaming_;
};

}  // namespace

bool is_part(const Rows& part, const Rows& whole) {
  const ByShape shapes = by_shape(whole);
  Matching matching(shapes);
  for (const auto& [shape, rows] : by_shape(part)) {
    const auto same = shapes.find(shape);
    if (same == shapes.end() || same->second.size() < rows.size()) {
      return false;
    }
    for (const Row* row : rows) {
      if (has_blank_node(*row)) {
        matching.add(*row);
      }
    }
  }
  return matching.match(0);
}

bool same_rows(const Rows& left, const Rows& right) {
  return left.size() == right.size() && is_part(left, right);
}

bool same_sequence(const Rows& left, const Rows& right) {
  Renaming renaming;
  return std::ranges::equal(left, right,
                            [&](const Row& a, const Row& b) { return renaming.extend(a, b); });
}

std::string to_string(const Rows& rows) {
  std::vector<std::string> lines;
  for (const Row& row : rows) {
    std::string line;
    for (const auto& [name, term] : row) {
      line += " ?" + name + "=" + rdf::to_ntriples(term);
    }
    lines.push_back(line);
  }
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) {
    text += "  {" + line + " }\n";
  }
  return text;
}

}  // namespace whence::answers
