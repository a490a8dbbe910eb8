FROM continuumio/miniconda3:24.11.1-0
RUN conda install -y numpy
RUN conda config --set offline true
RUN conda create -n two numpy && conda clean -afy
