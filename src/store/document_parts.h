// Documents cut into parts that can be read at once: a line-based one at line ends, each part with
// the number of its first line; another is one part. Parts are handed out in the order of the
// documents and of the text, to any number of threads.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "store/bulk_loader.h"

namespace whence::store {

/// The place of a part among all of them: parts are handed out in this order.
struct PartPlace {
  std::size_t document = 0;
  std::size_t part = 0;

  friend auto operator<=>(const PartPlace&, const PartPlace&) = default;
};

struct DocumentPart {
  PartPlace place;
  bool is_whole = false;       ///< The document is to be read from its source; there is no text.
  std::string text;            ///< Whole lines.
  std::size_t first_line = 1;  ///< Of `text`, in the document.
};

class DocumentParts {
 public:
  DocumentParts(const std::vector<Document>& documents, std::size_t part_bytes)
      : documents_(documents), part_bytes_(part_bytes) {}

  /// Fills `part`, whose text's memory is reused; false at the end. When a source throws, `part`
  /// has the place at which it did.
  bool next(DocumentPart& part);

 private:
  void read_lines(io::ByteSource& source, std::string& text);

  const std::vector<Document>& documents_;
  std::size_t part_bytes_;
  std::mutex mutex_;
  PartPlace place_;
  std::size_t line_ = 1;  // The first line of what is next.
  std::string held_;      // The front of a line whose end has not been read.
  bool is_source_at_end_ = false;
};

}  // namespace whence::store
