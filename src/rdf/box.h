// A value on the heap that copies like a value: what a recursive variant needs.
#pragma once

#include <memory>
#include <utility>

namespace whence::rdf {

template <typename T>
class Box {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a Box is its value.
  Box(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Box(const Box& other) : value_(std::make_unique<T>(*other.value_)) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) {
    value_ = std::make_unique<T>(*other.value_);
    return *this;
  }
  Box& operator=(Box&&) noexcept = default;
  ~Box() = default;

  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

 private:
  std::unique_ptr<T> value_;  // Null only after a move.
};

}  // namespace whence::rdf
