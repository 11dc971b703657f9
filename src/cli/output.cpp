// See output.h.
#include "cli/output.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace whence::cli {
namespace {

[[noreturn]] void throw_io(const std::string& path, int reason) {
  throw Error(ErrorCode::kIo,
              fmt::format("cannot write {}: {}", path == "-" ? "standard output" : "'" + path + "'",
                          std::strerror(reason)));
}

void write_all(int descriptor, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EAGAIN) {  // Whoever started us made the pipe non-blocking.
      pollfd waiting{.fd = descriptor, .events = POLLOUT, .revents = 0};
      ::poll(&waiting, 1, -1);
    } else if (errno == EPIPE) {
      throw ReaderGone();
    } else if (errno != EINTR) {
      throw_io(path, errno);
    }
  }
}

/// Standard output, and files that cannot be replaced: devices and pipes.
class StreamOutput final : public Output {
 public:
  StreamOutput(int descriptor, std::string path)
      : descriptor_(descriptor), path_(std::move(path)) {}
  StreamOutput(const StreamOutput&) = delete;
  StreamOutput& operator=(const StreamOutput&) = delete;
  ~StreamOutput() override { close(); }

  void write(std::string_view bytes) override { write_all(descriptor_, path_, bytes); }
  void commit() override {
    if (close() != 0) {
      throw_io(path_, errno);
    }
  }
  void discard() noexcept override {}

 private:
  /// Standard output stays open: it is not ours.
  int close() {
    const int descriptor = std::exchange(descriptor_, STDOUT_FILENO);
    return descriptor == STDOUT_FILENO ? 0 : ::close(descriptor);
  }

  int descriptor_;
  std::string path_;
};

/// A regular file, written under another name beside it.
class FileOutput final : public Output {
 public:
  explicit FileOutput(const std::string& path) : path_(path), target_(path) {
    std::error_code none;
    if (std::filesystem::is_symlink(path, none)) {  // The link stays, what it names is replaced.
      const auto target = std::filesystem::canonical(path, none);
      target_ = none ? path : target.native();
    }
    temporary_ = target_ + ".XXXXXX";
    descriptor_ = ::mkostemp(temporary_.data(), O_CLOEXEC);
    if (descriptor_ < 0) {
      throw_io(path_, errno);
    }
    struct stat old{};
    if (::stat(target_.c_str(), &old) == 0) {
      ::fchmod(descriptor_, old.st_mode & 07777U);
    } else {
      const mode_t mask = ::umask(0);
      ::umask(mask);
      ::fchmod(descriptor_, 0666U & ~mask);
    }
  }

  FileOutput(const FileOutput&) = delete;
  FileOutput& operator=(const FileOutput&) = delete;
  ~FileOutput() override {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
    }
    discard();
  }

  void write(std::string_view bytes) override { write_all(descriptor_, path_, bytes); }

  void commit() override {
    if (::close(std::exchange(descriptor_, -1)) != 0) {
      throw_io(path_, errno);
    }
    if (is_in_place_.exchange(true)) {
      return;
    }
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
      const int reason = errno;
      ::unlink(temporary_.c_str());
      throw_io(path_, reason);
    }
  }

  void discard() noexcept override {
    if (!is_in_place_.exchange(true)) {
      ::unlink(temporary_.c_str());
    }
  }

 private:
  std::string path_;    ///< As it was given, for messages.
  std::string target_;  ///< What is to be replaced.
  std::string temporary_;
  int descriptor_ = -1;
  std::atomic<bool> is_in_place_ = false;  ///< Or removed: nothing is left to do.
};

}  // namespace

std::unique_ptr<Output> open_output(const std::string& path) {
  if (path == "-") {
    return std::make_unique<StreamOutput>(STDOUT_FILENO, path);
  }
  struct stat status{};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) {
      throw_io(path, errno);
    }
    return std::make_unique<StreamOutput>(descriptor, path);
  }
  return std::make_unique<FileOutput>(path);
}

}  // namespace whence::cli
