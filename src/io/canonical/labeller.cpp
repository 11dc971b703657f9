// See labeller.h.
#include "io/canonical/labeller.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::io {
namespace {

constexpr std::uint32_t kUnlabelled = std::numeric_limits<std::uint32_t>::max();

/// §4.8.3 steps 5.4.4.3 and 5.4.5.5: nothing that begins so can become the least path.
bool is_beaten(std::string_view path, std::string_view best) {
  return !best.empty() && path.size() >= best.size() && path > best;
}

}  // namespace

std::size_t Labeller::Issuer::issue(BlankNode node) {
  const auto [entry, is_new] = numbers_.try_emplace(node, order_.size());
  if (is_new) {
    order_.push_back(node);
  }
  return entry->second;
}

Labeller::Labeller(const Statements& statements, const CanonicalOptions& options)
    : statements_(statements),
      options_(options),
      digest_(options.hash),
      statements_of_(statements.labels().size()),
      numbers_(statements.labels().size(), kUnlabelled) {
  for (std::uint32_t i = 0; i < statements.gapped().size(); ++i) {  // §4.4.3 step 2
    for (const Mention& mention : statements.gapped()[i].mentions()) {
      std::vector<std::uint32_t>& known = statements_of_[mention.node];
      if (known.empty() || known.back() != i) {
        known.push_back(i);
      }
    }
  }
}

std::vector<std::uint32_t> Labeller::label_nodes() {
  const std::size_t count = numbers_.size();
  first_degree_.reserve(count);
  for (std::size_t node = 0; node < count; ++node) {  // Step 3.
    first_degree_.push_back(hash_first_degree(static_cast<BlankNode>(node)));
  }
  std::vector<BlankNode> by_hash(count);
  std::ranges::generate(by_hash, [next = BlankNode{0}]() mutable { return next++; });
  std::ranges::sort(by_hash, [&](BlankNode a, BlankNode b) {
    return std::tie(first_degree_[a], a) < std::tie(first_degree_[b], b);
  });
  std::vector<std::vector<BlankNode>> alike;
  for (auto first = by_hash.begin(); first != by_hash.end();) {  // Step 4.
    const auto last = std::find_if(first, by_hash.end(), [&](BlankNode node) {
      return first_degree_[node] != first_degree_[*first];
    });
    if (last - first == 1) {
      label(*first);
    } else {
      alike.emplace_back(first, last);
    }
    first = last;
  }
  for (const std::vector<BlankNode>& nodes : alike) {  // Step 5.
    label_alike(nodes);
  }
  return std::move(numbers_);
}

/// Step 5 for the nodes of one first-degree hash.
void Labeller::label_alike(const std::vector<BlankNode>& nodes) {
  std::vector<std::pair<std::string, std::vector<BlankNode>>> paths;
  for (const BlankNode node : nodes) {
    if (is_labelled(node)) {
      continue;
    }
    Issuer issuer;
    issuer.issue(node);
    std::string hash = hash_n_degree(node, issuer, 1);
    paths.emplace_back(std::move(hash), issuer.order());
  }
  std::ranges::sort(paths);  // Those with the same hash by their first nodes, as they were listed.
  for (const auto& [hash, order] : paths) {
    std::ranges::for_each(order, [&](BlankNode node) { label(node); });
  }
}

/// §4.6
std::string Labeller::hash_first_degree(BlankNode node) {
  std::vector<std::string> lines;
  for (const std::uint32_t index : statements_of_[node]) {
    statements_.gapped()[index].write(lines.emplace_back(), [&](BlankNode other, std::string& out) {
      out += other == node ? "_:a" : "_:z";
    });
  }
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) {
    text += line;
  }
  return digest_.hexadecimal(text);
}

/// §4.7
std::string Labeller::hash_related(BlankNode related, const GappedStatement& statement,
                                   char position, Issuer& issuer) {
  count_steps(1);
  std::string input(1, position);
  if (position != 'g') {
    input += statement.predicate;
  }
  if (is_labelled(related)) {
    fmt::format_to(std::back_inserter(input), "_:c14n{}", numbers_[related]);
  } else if (issuer.has(related)) {
    fmt::format_to(std::back_inserter(input), "_:b{}", issuer.issue(related));
  } else {
    input += first_degree_[related];
  }
  return digest_.hexadecimal(input);
}

/// §4.8.3 step 3. A node stands in a list once for each mention.
Labeller::RelatedNodes Labeller::related_nodes(BlankNode node, Issuer& issuer) {
  RelatedNodes related;
  for (const std::uint32_t index : statements_of_[node]) {
    const GappedStatement& statement = statements_.gapped()[index];
    for (const Mention& mention : statement.mentions()) {
      if (mention.node != node) {
        related[hash_related(mention.node, statement, mention.position, issuer)].push_back(
            mention.node);
      }
    }
  }
  return related;
}

/// §4.8: returns the hash, and leaves in `issuer` the one that the section returns beside it.
std::string Labeller::hash_n_degree(BlankNode node, Issuer& issuer, std::size_t depth) {
  count_steps(1);
  if (depth > kCanonicalDepthMax) {
    throw_limit("nodes in a row", kCanonicalDepthMax);
  }
  RelatedNodes related = related_nodes(node, issuer);
  std::string data;
  for (auto& [hash, nodes] : related) {  // Step 5.
    Path chosen = choose_path(nodes, issuer, depth);
    data.append(hash).append(chosen.text);
    issuer = std::move(chosen.issuer);
  }
  return digest_.hexadecimal(data);
}

/// Steps 5.2 to 5.4: the least path over every order of `nodes`. Orders that differ in nothing,
/// because a node stands in the list twice, are tried once. `issuer` may be moved from.
Labeller::Path Labeller::choose_path(std::vector<BlankNode>& nodes, Issuer& issuer,
                                     std::size_t depth) {
  std::ranges::sort(nodes);
  const bool has_one_order = nodes.front() == nodes.back();
  std::optional<Path> chosen;
  do {
    Path path;
    if (has_one_order) {
      path.issuer = std::exchange(issuer, {});
    } else {
      count_steps(issuer.order().size());
      path.issuer = issuer;
    }
    const std::string_view best = chosen ? std::string_view(chosen->text) : std::string_view();
    if (follow(nodes, best, path, depth) && (!chosen || path.text < chosen->text)) {
      chosen = std::move(path);
    }
  } while (std::ranges::next_permutation(nodes).found);
  return std::move(*chosen);
}

/// Steps 5.4.4 and 5.4.5 for one order of `nodes`; false: it cannot be the least.
bool Labeller::follow(const std::vector<BlankNode>& nodes, std::string_view best, Path& path,
                      std::size_t depth) {
  count_steps(nodes.size());
  std::vector<BlankNode> unvisited;
  for (const BlankNode node : nodes) {
    if (is_labelled(node)) {
      fmt::format_to(std::back_inserter(path.text), "_:c14n{}", numbers_[node]);
    } else {
      if (!path.issuer.has(node)) {
        unvisited.push_back(node);
      }
      fmt::format_to(std::back_inserter(path.text), "_:b{}", path.issuer.issue(node));
    }
    if (is_beaten(path.text, best)) {
      return false;
    }
  }
  for (const BlankNode node : unvisited) {
    const std::string hash = hash_n_degree(node, path.issuer, depth + 1);
    fmt::format_to(std::back_inserter(path.text), "_:b{}<{}>", path.issuer.issue(node), hash);
    if (is_beaten(path.text, best)) {
      return false;
    }
  }
  return true;
}

bool Labeller::is_labelled(BlankNode node) const { return numbers_[node] != kUnlabelled; }

void Labeller::label(BlankNode node) {
  if (!is_labelled(node)) {
    numbers_[node] = labelled_count_++;
  }
}

void Labeller::count_steps(std::size_t steps) {
  step_count_ += steps;
  if (step_count_ > options_.steps_max) {
    throw_limit("steps", options_.steps_max);
  }
}

void Labeller::throw_limit(std::string_view limit, std::uint64_t value) const {
  throw Error(
      ErrorCode::kLimit,
      fmt::format("the canonical form needs more than {} {}: {} of {} blank nodes are named, "
                  "and the others are too much alike to be told apart in that",
                  value, limit, labelled_count_, numbers_.size()));
}

}  // namespace whence::io
