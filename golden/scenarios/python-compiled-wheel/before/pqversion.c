#include <Python.h>
#include <libpq-fe.h>

static PyObject *version(PyObject *self, PyObject *arguments) {
    return PyLong_FromLong(PQlibVersion());
}

static PyMethodDef methods[] = {
    {"version", version, METH_NOARGS, "The version of libpq."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "pqversion", NULL, -1, methods};

PyMODINIT_FUNC PyInit_pqversion(void) {
    return PyModule_Create(&module);
}
