// See bulk_loader.h. Every thread takes parts of documents, reads them, and keeps the quads with
// provisional ids; then the dictionary is fixed, the ids with it, and the index is built.
#include "store/bulk_loader.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <string_view>
#include <thread>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "io/reader.h"
#include "store/dictionary.h"
#include "store/document_parts.h"
#include "store/load_dictionary.h"
#include "store/parallel.h"
#include "store/quad_index_builder.h"
#include "store/quad_stage.h"

namespace whence::store {
namespace {

using Prefixes = std::vector<std::pair<std::string, std::string>>;

/// The failure that comes first in the documents.
class FirstFailure {
 public:
  /// Keeps the current exception, if it is before the one there is.
  void report(PartPlace place) {
    const std::lock_guard lock(mutex_);
    if (!exception_ || place < place_) {
      exception_ = std::current_exception();
      place_ = place;
    }
  }
  [[nodiscard]] bool is_set() {
    const std::lock_guard lock(mutex_);
    return exception_ != nullptr;
  }
  void rethrow() {
    if (exception_) {
      std::rethrow_exception(exception_);
    }
  }

 private:
  std::mutex mutex_;
  std::exception_ptr exception_;
  PartPlace place_;
};

/// Encodes the quads of a part and keeps them.
class StagingSink final : public io::QuadSink {
 public:
  StagingSink(TermEncoder& encoder, QuadStage& stage, std::string_view graph, Prefixes& prefixes)
      : encoder_(encoder), stage_(stage), prefixes_(prefixes) {
    if (!graph.empty()) {
      graph_ = encoder.encode(rdf::TermView::iri(graph));
    }
  }

  void quad(const rdf::QuadView& quad) override {
    const Id graph = quad.graph ? encoder_.encode(*quad.graph) : graph_;
    const Id subject = encoder_.encode(quad.subject);
    const Id predicate = encoder_.encode(quad.predicate);
    const Id object = encoder_.encode(quad.object);
    if (graph == Id::default_graph()) {
      stage_.triples.push_back({subject, predicate, object});
    } else {
      stage_.quads.push_back({subject, predicate, object, graph});
    }
  }
  void prefix(std::string_view name, std::string_view iri) override {
    prefixes_.emplace_back(name, iri);
  }

 private:
  TermEncoder& encoder_;
  QuadStage& stage_;
  Prefixes& prefixes_;
  Id graph_ = Id::default_graph();
};

class Loader {
 public:
  Loader(const Dictionary& base, const std::vector<Document>& documents, LoadDictionary& dictionary,
         const LoadOptions& options)
      : documents_(documents),
        first_scope_(base.document_count()),
        dictionary_(dictionary),
        parts_(documents, std::max<std::size_t>(options.part_bytes, 1)),
        prefixes_(documents.size()) {}

  /// Reads every part. Throws the first failure.
  void read_all(std::size_t thread_count) {
    stages_.resize(thread_count);
    run_parallel(thread_count, [this](std::size_t thread) { read_parts(stages_[thread]); });
    failure_.rethrow();
  }

  /// The quads with final ids; the stages are empty afterwards.
  [[nodiscard]] NewQuads take_quads(std::size_t thread_count) {
    NewQuads all;
    all.triples = gathered(&QuadStage::triples, thread_count);
    all.quads = gathered(&QuadStage::quads, thread_count);
    return all;
  }

  [[nodiscard]] const std::vector<Prefixes>& prefixes() const { return prefixes_; }

 private:
  void read_parts(QuadStage& stage) {
    TermEncoder encoder(dictionary_);
    DocumentPart part;
    // Parts come in order: when one has failed, those before it are being read or have been.
    try {
      while (!failure_.is_set() && parts_.next(part)) {
        read_part(part, encoder, stage);
      }
    } catch (...) {
      failure_.report(part.place);
    }
  }

  void read_part(const DocumentPart& part, TermEncoder& encoder, QuadStage& stage) {
    const Document& document = documents_[part.place.document];
    const io::ReadOptions options{
        .base_iri = document.base_iri,
        .source_name = document.name,
        .blank_node_scope = fmt::format("d{}_", first_scope_ + part.place.document),
        .first_line = part.first_line};
    StagingSink sink(encoder, stage, document.graph, prefixes_[part.place.document]);
    io::StringSource text(part.text);
    io::read(document.syntax, part.is_whole ? *document.source : text, options, sink);
  }

  template <typename Row>
  PageVector<Row> gathered(RowChunks<Row> QuadStage::* rows, std::size_t thread_count) {
    std::vector<std::size_t> starts{0};
    for (const QuadStage& stage : stages_) {
      starts.push_back(starts.back() + (stage.*rows).size());
    }
    PageVector<Row> all(starts.back());
    run_parallel(thread_count, [&](std::size_t thread) {
      for (std::size_t i = thread; i < stages_.size(); i += thread_count) {
        (stages_[i].*rows).move_to(all.data() + starts[i], [this](Row row) {
          std::ranges::transform(row, row.begin(),
                                 [this](Id id) { return dictionary_.resolved(id); });
          return row;
        });
      }
    });
    return all;
  }

  const std::vector<Document>& documents_;
  std::uint64_t first_scope_;
  LoadDictionary& dictionary_;
  DocumentParts parts_;
  FirstFailure failure_;
  std::vector<QuadStage> stages_;  // One a thread.
  std::vector<Prefixes>
      prefixes_;  // One a document; a document with prefixes is read by one thread.
};

/// The prefixes of `known` and of `found`, the first meaning of each name.
Prefixes merged_prefixes(Prefixes known, const std::vector<Prefixes>& found) {
  std::unordered_set<std::string> names;
  for (const auto& [name, iri] : known) {
    names.insert(name);
  }
  for (const Prefixes& of_document : found) {
    for (const auto& [name, iri] : of_document) {
      if (names.insert(name).second) {
        known.emplace_back(name, iri);
      }
    }
  }
  return known;
}

}  // namespace

std::shared_ptr<const Snapshot> load(const std::shared_ptr<const Snapshot>& base,
                                     const std::vector<Document>& documents,
                                     const LoadOptions& options) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t thread_count = options.thread_count == 0 ? cores : options.thread_count;
  LoadDictionary dictionary(base->dictionary(), thread_count);
  Loader loader(*base->dictionary(), documents, dictionary, options);
  loader.read_all(thread_count);
  auto extended = dictionary.finish(base->dictionary()->document_count() + documents.size());
  auto index = extend_index(*base->index(), loader.take_quads(thread_count), thread_count);
  return std::make_shared<const Snapshot>(std::move(extended), std::move(index),
                                          merged_prefixes(base->prefixes(), loader.prefixes()));
}

}  // namespace whence::store
