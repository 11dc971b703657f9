#include "plan/path.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "plan/id_text.h"

namespace whence::plan {

namespace {

template <typename Node>
const Node* as(const Path& path) {
  return std::get_if<Node>(&path.node);
}

/// Sequences of sequences are one; a sequence that cannot be walked to its end is nothing.
Path sequence(std::vector<Path> parts) {
  PathSequence result;
  for (Path& part : parts) {
    if (is_nothing(part)) {
      return {PathChoice{}};
    }
    if (auto* inner = std::get_if<PathSequence>(&part.node)) {
      std::ranges::move(inner->parts, std::back_inserter(result.parts));
    } else {
      result.parts.push_back(std::move(part));
    }
  }
  return {std::move(result)};
}

/// Choices of choices are one. Equal branches stay: each gives its solutions.
Path choice(std::vector<Path> branches) {
  PathChoice result;
  for (Path& branch : branches) {
    if (auto* inner = std::get_if<PathChoice>(&branch.node)) {
      std::ranges::move(inner->branches, std::back_inserter(result.branches));
    } else {
      result.branches.push_back(std::move(branch));
    }
  }
  if (result.branches.size() == 1) {
    Path only = std::move(result.branches.front());
    return only;
  }
  return {std::move(result)};
}

/// (p+)?, (p?)+ and the like are p*: all are sets of the same nodes.
Path closure(Path step, bool includes_zero, bool is_unbounded) {
  if (auto* inner = std::get_if<PathClosure>(&step.node)) {
    return {PathClosure{.step = std::move(inner->step),
                        .includes_zero = includes_zero || inner->includes_zero,
                        .is_unbounded = is_unbounded || inner->is_unbounded}};
  }
  if (is_nothing(step) && !includes_zero) {
    return step;
  }
  return {PathClosure{
      .step = std::move(step), .includes_zero = includes_zero, .is_unbounded = is_unbounded}};
}

/// Looks up predicates; `is_backward`: under an odd number of inverses.
class Translation {
 public:
  explicit Translation(const store::Snapshot& snapshot) : snapshot_(snapshot) {}

  [[nodiscard]] Path of(const sparql::PropertyPath& path, bool is_backward) const {
    return std::visit([&](const auto& node) { return of(node, is_backward); }, path.node);
  }

 private:
  [[nodiscard]] Path of(const sparql::PredicatePath& node, bool is_backward) const {
    const auto id = snapshot_.find(node.iri);
    return id ? Path{PathStep{*id, is_backward}} : Path{PathChoice{}};
  }

  [[nodiscard]] Path of(const sparql::InversePath& node, bool is_backward) const {
    return of(*node.path, !is_backward);
  }

  [[nodiscard]] Path of(const sparql::SequencePath& node, bool is_backward) const {
    std::vector<Path> parts = each(node.steps, is_backward);
    if (is_backward) {
      std::ranges::reverse(parts);
    }
    return sequence(std::move(parts));
  }

  [[nodiscard]] Path of(const sparql::AlternativePath& node, bool is_backward) const {
    return choice(each(node.branches, is_backward));
  }

  [[nodiscard]] Path of(const sparql::RepeatedPath& node, bool is_backward) const {
    return closure(of(*node.path, is_backward), node.includes_zero, node.is_unbounded);
  }

  /// §18.2.2.3: what is not inverse in the set goes forward, the rest backward.
  [[nodiscard]] Path of(const sparql::NegatedPropertySet& node, bool is_backward) const {
    std::vector<Path> parts;
    if (node.goes_forward()) {
      parts.push_back({PathExcept{known(node.forward), is_backward}});
    }
    if (node.goes_backward()) {
      parts.push_back({PathExcept{known(node.backward), !is_backward}});
    }
    return choice(std::move(parts));
  }

  [[nodiscard]] std::vector<Path> each(const std::vector<sparql::PropertyPath>& paths,
                                       bool is_backward) const {
    std::vector<Path> result;
    result.reserve(paths.size());
    for (const sparql::PropertyPath& path : paths) {
      result.push_back(of(path, is_backward));
    }
    return result;
  }

  [[nodiscard]] std::vector<store::Id> known(const std::vector<rdf::Term>& iris) const {
    std::vector<store::Id> ids;
    for (const rdf::Term& iri : iris) {
      if (const auto id = snapshot_.find(iri)) {
        ids.push_back(*id);
      }
    }
    std::ranges::sort(ids);
    const auto rest = std::ranges::unique(ids);
    ids.erase(rest.begin(), rest.end());
    return ids;
  }

  const store::Snapshot& snapshot_;
};

std::vector<Path> each_reversed(const std::vector<Path>& paths) {
  std::vector<Path> result;
  result.reserve(paths.size());
  for (const Path& path : paths) {
    result.push_back(reversed(path));
  }
  return result;
}

void add_first_edges(const Path& path, std::vector<Path>& edges) {
  if (const auto* parts = as<PathSequence>(path)) {
    for (const Path& part : parts->parts) {
      add_first_edges(part, edges);
      if (!is_nullable(part)) {
        return;
      }
    }
  } else if (const auto* choice = as<PathChoice>(path)) {
    for (const Path& branch : choice->branches) {
      add_first_edges(branch, edges);
    }
  } else if (const auto* closure = as<PathClosure>(path)) {
    add_first_edges(*closure->step, edges);
  } else {
    edges.push_back(path);
  }
}

std::string list(std::string_view name, const std::vector<Path>& paths) {
  std::string text = fmt::format("({}", name);
  for (const Path& path : paths) {
    text += " " + to_string(path);
  }
  return text + ")";
}

}  // namespace

Path make_path(const sparql::PropertyPath& path, const store::Snapshot& snapshot) {
  return Translation(snapshot).of(path, false);
}

Path reversed(const Path& path) {
  Path result = path;
  if (auto* step = std::get_if<PathStep>(&result.node)) {
    step->is_backward = !step->is_backward;
  } else if (auto* except = std::get_if<PathExcept>(&result.node)) {
    except->is_backward = !except->is_backward;
  } else if (auto* sequence = std::get_if<PathSequence>(&result.node)) {
    sequence->parts = each_reversed(sequence->parts);
    std::ranges::reverse(sequence->parts);
  } else if (auto* choice = std::get_if<PathChoice>(&result.node)) {
    choice->branches = each_reversed(choice->branches);
  } else {
    auto& closure = std::get<PathClosure>(result.node);
    *closure.step = reversed(*closure.step);
  }
  return result;
}

bool is_nullable(const Path& path) {
  if (const auto* sequence = as<PathSequence>(path)) {
    return std::ranges::all_of(sequence->parts, is_nullable);
  }
  if (const auto* choice = as<PathChoice>(path)) {
    return std::ranges::any_of(choice->branches, is_nullable);
  }
  const auto* closure = as<PathClosure>(path);
  return closure != nullptr && (closure->includes_zero || is_nullable(*closure->step));
}

bool is_nothing(const Path& path) {
  const auto* choice = as<PathChoice>(path);
  return choice != nullptr && choice->branches.empty();
}

std::vector<Path> first_edges(const Path& path) {
  std::vector<Path> edges;
  add_first_edges(path, edges);
  std::vector<Path> distinct;
  for (Path& edge : edges) {
    const std::string text = to_string(edge);
    if (std::ranges::none_of(distinct, [&](const Path& d) { return to_string(d) == text; })) {
      distinct.push_back(std::move(edge));
    }
  }
  return distinct;
}

std::size_t edge_count(const Path& path) {
  const auto sum = [](const std::vector<Path>& paths) {
    std::size_t count = 0;
    for (const Path& part : paths) {
      count += edge_count(part);
    }
    return count;
  };
  if (const auto* sequence = as<PathSequence>(path)) {
    return sum(sequence->parts);
  }
  if (const auto* choice = as<PathChoice>(path)) {
    return sum(choice->branches);
  }
  const auto* closure = as<PathClosure>(path);
  return closure != nullptr ? edge_count(*closure->step) : 1;
}

std::uint64_t zero_length_count(const Path& path, bool start_is_term, bool end_is_term) {
  if (const auto* sequence = as<PathSequence>(path)) {
    std::uint64_t count = 1;
    for (std::size_t i = 0; i < sequence->parts.size(); ++i) {
      count *= zero_length_count(sequence->parts[i], start_is_term && i == 0,
                                 end_is_term && i + 1 == sequence->parts.size());
    }
    return count;
  }
  if (const auto* choice = as<PathChoice>(path)) {
    std::uint64_t count = 0;
    for (const Path& branch : choice->branches) {
      count += zero_length_count(branch, start_is_term, end_is_term);
    }
    return count;
  }
  const auto* closure = as<PathClosure>(path);
  if (closure == nullptr || (!start_is_term && !end_is_term)) {
    return 0;
  }
  // A closure is walked from a term, one step after the other to a variable; from the end only
  // where the start is no term.
  const bool leads_back = zero_length_count(*closure->step, start_is_term, !start_is_term) > 0;
  return closure->includes_zero || leads_back ? 1 : 0;
}

std::string to_string(const Path& path) {
  return std::visit(
      [](const auto& node) -> std::string {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, PathStep>) {
          return (node.is_backward ? "^" : "") + id_text(node.predicate);
        } else if constexpr (std::is_same_v<Node, PathExcept>) {
          std::string text = node.is_backward ? "(^not" : "(not";
          for (const store::Id predicate : node.predicates) {
            text += " " + id_text(predicate);
          }
          return text + ")";
        } else if constexpr (std::is_same_v<Node, PathSequence>) {
          return list("/", node.parts);
        } else if constexpr (std::is_same_v<Node, PathChoice>) {
          return list("|", node.branches);
        } else {
          const char* name = !node.is_unbounded ? "?" : node.includes_zero ? "*" : "+";
          return fmt::format("({} {})", name, to_string(*node.step));
        }
      },
      path.node);
}

}  // namespace whence::plan
