// See document_parts.h.
#include "store/document_parts.h"

#include <algorithm>
#include <span>
#include <utility>

namespace whence::store {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::size_t count_line_ends(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    ++count;  // find() looks at many bytes at once; std::count does not.
  }
  return count;
}

/// Grows without writing what will be written anyway.
void grow(std::string& text, std::size_t size) {
  text.resize_and_overwrite(size, [](char*, std::size_t wanted) { return wanted; });
}

}  // namespace

/// Reads about a part's size, up to a line end or the end of the document.
void DocumentParts::read_lines(io::ByteSource& source, std::string& text) {
  text.assign(std::exchange(held_, {}));
  std::size_t size = text.size();
  std::size_t wanted = std::max(part_bytes_, size + 1);
  for (;;) {
    grow(text, wanted);
    while (size < wanted && !is_source_at_end_) {
      const std::size_t count = source.read(std::span(text).subspan(size));
      is_source_at_end_ = count == 0;
      size += count;
    }
    text.resize(size);
    if (is_source_at_end_) {
      return;
    }
    if (const std::size_t line_end = text.rfind('\n'); line_end != std::string::npos) {
      held_.assign(text, line_end + 1);
      text.resize(line_end + 1);
      return;
    }
    wanted *= 2;  // A line longer than a part.
  }
}

bool DocumentParts::next(DocumentPart& part) {
  const std::lock_guard lock(mutex_);
  while (place_.document < documents_.size()) {
    const Document& document = documents_[place_.document];
    part.place = place_;
    part.is_whole = !io::info(document.syntax).is_line_based;
    part.first_line = line_;
    if (part.is_whole) {
      place_ = {.document = place_.document + 1, .part = 0};
      return true;
    }
    if (!is_source_at_end_) {
      place_.document = documents_.size();  // Should the source throw, nothing follows.
      read_lines(*document.source, part.text);
      place_.document = part.place.document;
      line_ += count_line_ends(part.text);
      if (place_.part > 0 && part.text.starts_with(kByteOrderMark)) {
        // Such a mark is skipped at the start of a document alone: this is not one.
        part.text.insert(0, "\n");
        --part.first_line;
      }
      ++place_.part;
      return true;
    }
    place_ = {.document = place_.document + 1, .part = 0};
    line_ = 1;
    is_source_at_end_ = false;
  }
  return false;
}

}  // namespace whence::store
