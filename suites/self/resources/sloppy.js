function thisInSloppyHelper() {
  return this;
}
