// Files, standard input and strings as byte sources. A file's first bytes decide: plain content is
// read with read(2) alone; gzip, bzip2, xz and zstd go through libarchive's "raw" format, which is
// given the bytes already taken first, so that pipes work as files do.
#include "io/byte_source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <archive.h>
#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::io {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kBlockSize = std::size_t{1} << 18;
constexpr std::size_t kMagicSize = 6;

[[noreturn]] void throw_io(const std::string& path, std::string_view what) {
  throw Error(ErrorCode::kIo, fmt::format("cannot read {}: {}",
                                          path == "-" ? "standard input" : "'" + path + "'", what));
}

/// An open descriptor; standard input is not ours to close.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : path_(path) {
    if (path == "-") {
      number_ = STDIN_FILENO;
      return;
    }
    number_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number_ < 0) {
      throw_io(path_, std::strerror(errno));
    }
    struct stat status{};
    if (::fstat(number_, &status) == 0 && S_ISDIR(status.st_mode)) {
      ::close(number_);
      throw_io(path_, "it is a folder, a file was expected");
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ != STDIN_FILENO) {
      ::close(number_);
    }
  }

  /// At least one byte, unless at the end.
  std::size_t read(std::span<char> buffer) {
    for (;;) {
      const ssize_t count = ::read(number_, buffer.data(), buffer.size());
      if (count >= 0) {
        return static_cast<std::size_t>(count);
      }
      if (errno != EINTR) {
        throw_io(path_, std::strerror(errno));
      }
    }
  }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  int number_ = -1;
};

/// The content as it is: first the bytes that were looked at, then the rest.
class PlainSource final : public ByteSource {
 public:
  PlainSource(std::unique_ptr<Descriptor> file, std::string_view start)
      : file_(std::move(file)), start_(start) {}

  std::size_t read(std::span<char> buffer) override {
    if (!start_.empty() && !buffer.empty()) {
      const std::size_t count = std::min(buffer.size(), start_.size());
      std::memcpy(buffer.data(), start_.data(), count);
      start_.erase(0, count);
      return count;
    }
    return file_->read(buffer);
  }

 private:
  std::unique_ptr<Descriptor> file_;
  std::string start_;
};

/// The content behind a compression filter.
class CompressedSource final : public ByteSource {
 public:
  CompressedSource(std::unique_ptr<Descriptor> file, std::string_view start)
      : path_(file->path()),
        raw_(std::move(file), start),
        block_(kBlockSize, '\0'),
        archive_(archive_read_new()) {
    archive_read_support_filter_gzip(archive_.get());
    archive_read_support_filter_bzip2(archive_.get());
    archive_read_support_filter_xz(archive_.get());
    archive_read_support_filter_zstd(archive_.get());
    archive_read_support_format_raw(archive_.get());
    archive_read_support_format_empty(archive_.get());  // What "raw" does not take: no content.
  }

  std::size_t read(std::span<char> buffer) override {
    if (!is_open_) {
      is_open_ = true;
      open();
    }
    if (is_empty_ || buffer.empty()) {
      return 0;
    }
    const la_ssize_t count = archive_read_data(archive_.get(), buffer.data(), buffer.size());
    if (count < 0) {
      fail();
    }
    return static_cast<std::size_t>(count);
  }

 private:
  struct Closer {
    void operator()(archive* opened) const { archive_read_free(opened); }
  };

  void open() {
    if (archive_read_open(archive_.get(), this, nullptr, &CompressedSource::next_block, nullptr) !=
        ARCHIVE_OK) {
      fail();
    }
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(archive_.get(), &entry);
    is_empty_ = status == ARCHIVE_EOF;
    if (status != ARCHIVE_OK && !is_empty_) {
      fail();
    }
    if (archive_filter_count(archive_.get()) < 2) {  // "none" counts as one.
      throw_io(path_, "it begins as a compressed file does, but is damaged");
    }
  }

  [[noreturn]] void fail() {
    if (failure_) {
      std::rethrow_exception(std::exchange(failure_, nullptr));
    }
    const char* reason = archive_error_string(archive_.get());
    throw_io(path_, fmt::format("the compressed content is damaged ({})",
                                reason == nullptr ? "no reason given" : reason));
  }

  /// libarchive's read callback. An exception must not pass through C: it is kept for fail().
  static la_ssize_t next_block(archive*, void* self, const void** block) {
    auto* source = static_cast<CompressedSource*>(self);
    try {
      *block = source->block_.data();
      return static_cast<la_ssize_t>(source->raw_.read(source->block_));
    } catch (...) {
      source->failure_ = std::current_exception();
      return ARCHIVE_FATAL;
    }
  }

  std::string path_;
  PlainSource raw_;
  std::string block_;
  std::unique_ptr<archive, Closer> archive_;
  std::exception_ptr failure_;
  bool is_open_ = false;
  bool is_empty_ = false;
};

bool is_compressed(std::string_view start) {
  // gzip RFC 1952 §2.3.1; bzip2; xz file format §2.1.1.1; zstd RFC 8878 §3.1.1.
  constexpr std::array kMagic = {"\x1F\x8B"sv, "BZh"sv, "\xFD\x37\x7A\x58\x5A\x00"sv,
                                 "\x28\xB5\x2F\xFD"sv};
  return std::ranges::any_of(kMagic, [&](std::string_view m) { return start.starts_with(m); });
}

}  // namespace

std::size_t StringSource::read(std::span<char> buffer) {
  const std::size_t count = std::min(buffer.size(), rest_.size());
  if (count > 0) {
    std::memcpy(buffer.data(), rest_.data(), count);
    rest_.remove_prefix(count);
  }
  return count;
}

std::unique_ptr<ByteSource> open_source(const std::string& path) {
  auto file = std::make_unique<Descriptor>(path);
  std::array<char, kMagicSize> bytes{};
  std::size_t size = 0;
  while (size < bytes.size()) {  // A pipe may give less at a time.
    const std::size_t count = file->read(std::span(bytes).subspan(size));
    if (count == 0) {
      break;
    }
    size += count;
  }
  const std::string_view start(bytes.data(), size);
  if (is_compressed(start)) {
    return std::make_unique<CompressedSource>(std::move(file), start);
  }
  return std::make_unique<PlainSource>(std::move(file), start);
}

}  // namespace whence::io
