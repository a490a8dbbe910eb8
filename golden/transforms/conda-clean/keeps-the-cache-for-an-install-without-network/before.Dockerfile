FROM continuumio/miniconda3:24.11.1-0
RUN conda create -y -n one python=3.12
RUN CONDA_OFFLINE=true conda create -y -n two python=3.12
