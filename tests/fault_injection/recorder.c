/*
 * Recorder of what a process does to the files of one folder, for LD_PRELOAD on Linux.
 *
 * RECORD_ROOT is the folder, RECORD_LOG the file that the records are appended to. A record is a header, two names
 * within the folder and data. It is written after the call has succeeded. What goes to standard output is recorded
 * too: it is what the process acknowledged.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096

struct header {
    uint8_t op;
    uint8_t made;
    uint16_t first_length;
    uint16_t second_length;
    uint16_t unused;
    uint32_t size;
    uint32_t unused_too;
    uint64_t inode;
    int64_t offset;
};

static char root[PATH_MAX];
static size_t root_length;
static int log_file = -1;
static uint64_t inodes[FILES];
static uint8_t is_folder[FILES];
static char folders[FILES][512];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("RECORD_ROOT"), *log = getenv("RECORD_LOG");
    if (!folder || !log || strlen(folder) >= sizeof root) return;
    strcpy(root, folder);
    root_length = strlen(root);
    log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The name within the folder, or NULL for a path that lies elsewhere. */
static const char *within(int at, const char *path, char *whole) {
    if (log_file < 0 || !path) return NULL;
    if (path[0] != '/') {
        if (at != AT_FDCWD) {
            if (at < 0 || at >= FILES || !is_folder[at]) return NULL;
            snprintf(whole, PATH_MAX, "%s/%s", folders[at], path);
            return whole[0] == '/' ? whole + 1 : whole;
        }
        if (!getcwd(whole, PATH_MAX / 2)) return NULL;
        strncat(whole, "/", PATH_MAX - strlen(whole) - 1);
        strncat(whole, path, PATH_MAX - strlen(whole) - 1);
        path = whole;
    }
    if (strncmp(path, root, root_length) != 0) return NULL;
    if (path[root_length] == '\0') return "";
    return path[root_length] == '/' ? path + root_length + 1 : NULL;
}

static void record(char op, uint64_t inode, int made, int64_t offset, const char *first, const char *second,
                   const void *data, size_t size) {
    struct header head = {.op = (uint8_t)op, .made = (uint8_t)made, .inode = inode, .offset = offset};
    head.first_length = (uint16_t)(first ? strlen(first) : 0);
    head.second_length = (uint16_t)(second ? strlen(second) : 0);
    head.size = (uint32_t)size;
    struct iovec parts[4] = {
        {&head, sizeof head},
        {(void *)first, head.first_length},
        {(void *)second, head.second_length},
        {(void *)data, size},
    };
    int kept = errno;
    pthread_mutex_lock(&turn);
    if (syscall(SYS_writev, log_file, parts, 4) < 0) abort();
    pthread_mutex_unlock(&turn);
    errno = kept;
}

static uint64_t inode_of(int file) {
    return log_file >= 0 && file >= 0 && file < FILES ? inodes[file] : 0;
}

static int opened(int file, int at, const char *path, int flags, int was_there) {
    char whole[PATH_MAX];
    const char *name = within(at, path, whole);
    struct stat found;
    if (file < 0 || file >= FILES || log_file < 0) return file;
    inodes[file] = 0;
    is_folder[file] = 0;
    if (!name || fstat(file, &found) != 0) return file;
    inodes[file] = found.st_ino;
    if (S_ISDIR(found.st_mode)) {
        is_folder[file] = 1;
        strncpy(folders[file], name, sizeof folders[file] - 1);
    } else {
        record('O', found.st_ino, !was_there, 0, name, NULL, NULL, 0);
        if ((flags & O_TRUNC) && was_there) record('T', found.st_ino, 0, 0, NULL, NULL, NULL, 0);
    }
    return file;
}

static int there(int at, const char *path) {
    struct stat found;
    return log_file >= 0 && path && fstatat(at, path, &found, 0) == 0;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) {
    REAL(open);
    MODE(flags);
    int was_there = there(AT_FDCWD, path);
    return opened(real(path, flags, mode), AT_FDCWD, path, flags, was_there);
}

int open64(const char *path, int flags, ...) {
    REAL(open64);
    MODE(flags);
    int was_there = there(AT_FDCWD, path);
    return opened(real(path, flags, mode), AT_FDCWD, path, flags, was_there);
}

int openat(int at, const char *path, int flags, ...) {
    REAL(openat);
    MODE(flags);
    int was_there = there(at, path);
    return opened(real(at, path, flags, mode), at, path, flags, was_there);
}

int openat64(int at, const char *path, int flags, ...) {
    REAL(openat64);
    MODE(flags);
    int was_there = there(at, path);
    return opened(real(at, path, flags, mode), at, path, flags, was_there);
}

int close(int file) {
    REAL(close);
    if (file == log_file && log_file >= 0) return 0;
    if (file >= 0 && file < FILES) inodes[file] = 0, is_folder[file] = 0;
    return real(file);
}

static int64_t place_of(int file, size_t written) {
    int64_t now = lseek(file, 0, SEEK_CUR);
    return now < 0 ? 0 : now - (int64_t)written;
}

ssize_t write(int file, const void *data, size_t size) {
    REAL(write);
    ssize_t done = real(file, data, size);
    if (done > 0 && log_file >= 0) {
        if (file == STDOUT_FILENO) record('A', 0, 0, 0, NULL, NULL, data, (size_t)done);
        else if (inode_of(file)) record('W', inodes[file], 0, place_of(file, (size_t)done), NULL, NULL, data, (size_t)done);
    }
    return done;
}

ssize_t pwrite(int file, const void *data, size_t size, off_t offset) {
    REAL(pwrite);
    ssize_t done = real(file, data, size, offset);
    if (done > 0 && inode_of(file)) record('W', inodes[file], 0, offset, NULL, NULL, data, (size_t)done);
    return done;
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t offset) {
    REAL(pwrite64);
    ssize_t done = real(file, data, size, offset);
    if (done > 0 && inode_of(file)) record('W', inodes[file], 0, offset, NULL, NULL, data, (size_t)done);
    return done;
}

/* A call that is not told here would be missing in the replay, so it is not done either: callers fall back to write. */
ssize_t writev(int file, const struct iovec *parts, int count) {
    REAL(writev);
    if (inode_of(file)) { errno = ENOSYS; return -1; }
    return real(file, parts, count);
}

ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    REAL(sendfile);
    if (inode_of(out)) { errno = ENOTSOCK; return -1; }
    return real(out, in, offset, count);
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) {
    REAL(sendfile64);
    if (inode_of(out)) { errno = ENOTSOCK; return -1; }
    return real(out, in, offset, count);
}

ssize_t copy_file_range(int in, off64_t *in_offset, int out, off64_t *out_offset, size_t count, unsigned int flags) {
    REAL(copy_file_range);
    if (inode_of(out)) { errno = EXDEV; return -1; }
    return real(in, in_offset, out, out_offset, count, flags);
}

int ftruncate(int file, off_t length) {
    REAL(ftruncate);
    int failed = real(file, length);
    if (!failed && inode_of(file)) record('T', inodes[file], 0, length, NULL, NULL, NULL, 0);
    return failed;
}

int ftruncate64(int file, off64_t length) {
    REAL(ftruncate64);
    int failed = real(file, length);
    if (!failed && inode_of(file)) record('T', inodes[file], 0, length, NULL, NULL, NULL, 0);
    return failed;
}

static void synced(int file) {
    if (!inode_of(file)) return;
    if (is_folder[file]) record('D', 0, 0, 0, folders[file], NULL, NULL, 0);
    else record('S', inodes[file], 0, 0, NULL, NULL, NULL, 0);
}

/* The disk of this machine has nothing to do with it: what counts is that it was asked. */
int fsync(int file) {
    REAL(fsync);
    int failed = inode_of(file) ? 0 : real(file);
    if (!failed) synced(file);
    return failed;
}

int fdatasync(int file) {
    REAL(fdatasync);
    int failed = inode_of(file) ? 0 : real(file);
    if (!failed) synced(file);
    return failed;
}

static void named(char op, int at, const char *path, int to, const char *other) {
    char one[PATH_MAX], two[PATH_MAX];
    const char *first = within(at, path, one), *second = other ? within(to, other, two) : NULL;
    if (first || second) record(op, 0, 0, 0, first ? first : "", second ? second : "", NULL, 0);
}

int unlink(const char *path) {
    REAL(unlink);
    int failed = real(path);
    if (!failed) named('U', AT_FDCWD, path, 0, NULL);
    return failed;
}

int unlinkat(int at, const char *path, int flags) {
    REAL(unlinkat);
    int failed = real(at, path, flags);
    if (!failed) named(flags & AT_REMOVEDIR ? 'X' : 'U', at, path, 0, NULL);
    return failed;
}

int rename(const char *path, const char *other) {
    REAL(rename);
    int failed = real(path, other);
    if (!failed) named('R', AT_FDCWD, path, AT_FDCWD, other);
    return failed;
}

int renameat(int at, const char *path, int to, const char *other) {
    REAL(renameat);
    int failed = real(at, path, to, other);
    if (!failed) named('R', at, path, to, other);
    return failed;
}

int link(const char *path, const char *other) {
    REAL(link);
    int failed = real(path, other);
    if (!failed) named('L', AT_FDCWD, path, AT_FDCWD, other);
    return failed;
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    int failed = real(path, mode);
    if (!failed) named('M', AT_FDCWD, path, 0, NULL);
    return failed;
}

int mkdirat(int at, const char *path, mode_t mode) {
    REAL(mkdirat);
    int failed = real(at, path, mode);
    if (!failed) named('M', at, path, 0, NULL);
    return failed;
}

int rmdir(const char *path) {
    REAL(rmdir);
    int failed = real(path);
    if (!failed) named('X', AT_FDCWD, path, 0, NULL);
    return failed;
}
