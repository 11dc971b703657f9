#include "exec/path/walker.h"

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "exec/path/closure.h"
#include "store/batch.h"
#include "store/edge_lookup.h"

namespace whence::exec {

using store::Id;

namespace {

class EdgeWalker final : public Walker {
 public:
  EdgeWalker(store::EdgeLookup edges, QueryContext& context)
      : edges_(std::move(edges)), context_(context) {}

  void walk(Id from, std::vector<Reached>& out) override {
    if (++walk_count_ % store::kBatchRows == 0) {
      context_.check();
    }
    ends_.clear();
    edges_.append(from, ends_);
    for (const Id end : ends_) {
      out.push_back({end, 1});
    }
  }

 private:
  store::EdgeLookup edges_;
  QueryContext& context_;
  std::vector<Id> ends_;
  std::size_t walk_count_ = 0;
};

/// §18.4: a join of the parts, over a variable that nobody sees.
class SequenceWalker final : public Walker {
 public:
  SequenceWalker(std::vector<std::unique_ptr<Walker>> parts, QueryContext& context)
      : parts_(std::move(parts)), memory_(context) {}

  void walk(Id from, std::vector<Reached>& out) override {
    std::vector<Reached> current{{from, 1}};
    for (const auto& part : parts_) {
      std::vector<Reached> next;
      for (const Reached& via : current) {
        const std::size_t before = next.size();
        part->walk(via.node, next);
        for (std::size_t i = before; i < next.size(); ++i) {
          next[i].count *= via.count;
        }
        count_memory(next.size());
      }
      merge_equal(next);
      current = std::move(next);
    }
    out.insert(out.end(), current.begin(), current.end());
  }

 private:
  void count_memory(std::size_t size) {
    if (size > size_max_) {
      const std::size_t grown = std::max(size, 2 * size_max_);
      memory_.add((grown - size_max_) * sizeof(Reached));
      size_max_ = grown;
    }
  }

  std::vector<std::unique_ptr<Walker>> parts_;
  MemoryReservation memory_;
  std::size_t size_max_ = 0;
};

class ChoiceWalker final : public Walker {
 public:
  explicit ChoiceWalker(std::vector<std::unique_ptr<Walker>> branches)
      : branches_(std::move(branches)) {}

  void walk(Id from, std::vector<Reached>& out) override {
    for (const auto& branch : branches_) {
      branch->walk(from, out);
    }
  }

 private:
  std::vector<std::unique_ptr<Walker>> branches_;
};

class ClosureWalker final : public Walker {
 public:
  ClosureWalker(const plan::PathClosure& path, Id graph, QueryContext& context)
      : closure_(path, graph, context) {}

  void walk(Id from, std::vector<Reached>& out) override {
    closure_.begin(from);
    while (closure_.advance(closure_.found().size() + store::kBatchRows)) {
    }
    for (const std::uint32_t number : closure_.found()) {
      out.push_back({closure_.node(number), 1});
    }
  }

 private:
  Closure closure_;
};

std::vector<std::unique_ptr<Walker>> make_walkers(const std::vector<plan::Path>& paths, Id graph,
                                                  QueryContext& context) {
  std::vector<std::unique_ptr<Walker>> walkers;
  walkers.reserve(paths.size());
  for (const plan::Path& path : paths) {
    walkers.push_back(make_walker(path, graph, context));
  }
  return walkers;
}

}  // namespace

std::unique_ptr<Walker> make_walker(const plan::Path& path, Id graph, QueryContext& context) {
  return std::visit(
      [&](const auto& node) -> std::unique_ptr<Walker> {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, plan::PathStep>) {
          return std::make_unique<EdgeWalker>(
              store::EdgeLookup(context.snapshot(), node.predicate, node.is_backward, graph),
              context);
        } else if constexpr (std::is_same_v<Node, plan::PathExcept>) {
          return std::make_unique<EdgeWalker>(
              store::EdgeLookup::any_but(context.snapshot(), node.predicates, node.is_backward,
                                         graph),
              context);
        } else if constexpr (std::is_same_v<Node, plan::PathSequence>) {
          return std::make_unique<SequenceWalker>(make_walkers(node.parts, graph, context),
                                                  context);
        } else if constexpr (std::is_same_v<Node, plan::PathChoice>) {
          return std::make_unique<ChoiceWalker>(make_walkers(node.branches, graph, context));
        } else {
          return std::make_unique<ClosureWalker>(node, graph, context);
        }
      },
      path.node);
}

void merge_equal(std::vector<Reached>& reached) {
  std::ranges::sort(reached, {}, &Reached::node);
  std::size_t kept = 0;
  for (const Reached& next : reached) {
    if (kept > 0 && reached[kept - 1].node == next.node) {
      reached[kept - 1].count += next.count;
    } else {
      reached[kept++] = next;
    }
  }
  reached.resize(kept);
}

}  // namespace whence::exec
